package io.pix2pix.bench.metric.label;

/** How a class counts that no target shows. */
public enum AbsentClasses {
  /** It is left out of the means over classes. */
  SKIPPED,
  /** It counts 0, as in the evaluation code published with the paper. */
  ZERO
}
