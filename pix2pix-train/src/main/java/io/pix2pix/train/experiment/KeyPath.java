package io.pix2pix.train.experiment;

/**
 * Where a value stands in an experiment.
 *
 * @param dotted for example {@code losses.1.weight}; empty for the experiment itself
 */
record KeyPath(String dotted) {
  static final KeyPath ROOT = new KeyPath("");

  KeyPath child(String key) {
    return new KeyPath(dotted.isEmpty() ? key : dotted + "." + key);
  }

  KeyPath child(int index) {
    return child(Integer.toString(index));
  }

  boolean isRoot() {
    return dotted.isEmpty();
  }
}
