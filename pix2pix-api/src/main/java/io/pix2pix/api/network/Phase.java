package io.pix2pix.api.network;

/**
 * How networks behave: the same description serves training and translation.
 *
 * @param statistics what batch normalization uses
 * @param noise whether dropout drops; the paper's only source of noise (section 2.1)
 * @param tracking whether running averages are kept up to date
 */
public record Phase(Statistics statistics, boolean noise, boolean tracking) {
  /** Batch statistics, noise, and running averages kept. */
  public static final Phase TRAINING = new Phase(Statistics.BATCH, true, true);

  /** A phase that changes nothing. */
  public static Phase translation(Statistics statistics, boolean noise) {
    return new Phase(statistics, noise, false);
  }
}
