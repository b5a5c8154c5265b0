package io.pix2pix.train.weights.pickle;

/** Python's {@code None}. */
public enum None {
  /** The only one. */
  NONE
}
