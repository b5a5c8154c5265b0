package io.pix2pix.api.network;

/** Which means and variances a batch normalization uses. */
public enum Statistics {
  /**
   * Those of the batch at hand in training, those of each image in translation: the paper's choice
   * (section 3.4).
   */
  BATCH,
  /** The running averages kept in training. */
  RUNNING
}
