package io.pix2pix.train.experiment;

/**
 * Where a value stands in an experiment.
 *
 * @param dotted for example {@code losses.1.weight}; empty for the experiment itself
 */
public record KeyPath(String dotted) {
  public static final KeyPath ROOT = new KeyPath("");

  public KeyPath child(String key) {
    return new KeyPath(dotted.isEmpty() ? key : dotted + "." + key);
  }

  public KeyPath child(int index) {
    return child(Integer.toString(index));
  }

  public boolean isRoot() {
    return dotted.isEmpty();
  }
}
