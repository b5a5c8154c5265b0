package io.pix2pix.api.training;

/** Which weights of the other networks a network sees in its update. */
public enum Update {
  /** Those of the moment: G plays against the D that this step has just changed (section 3.4). */
  ALTERNATING,
  /**
   * Those with which the step began: no weight is changed before all gradients exist. Another
   * algorithm than the paper's.
   */
  SIMULTANEOUS
}
