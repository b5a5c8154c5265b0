package io.pix2pix.api.network;

/**
 * How networks behave: the same description serves training and translation.
 *
 * @param statistics what batch normalization uses
 * @param noise whether dropout drops; the paper's only source of noise (section 2.1)
 * @param tracking whether running averages are kept up to date
 * @param independent whether each image of a batch is computed as if it were alone: with its own
 *     statistics, and with noise that does not follow from its place in the batch
 */
public record Phase(Statistics statistics, boolean noise, boolean tracking, boolean independent) {
  /** Batch statistics, noise, and running averages kept. */
  public static final Phase TRAINING = new Phase(Statistics.BATCH, true, true, false);

  /** A phase that changes nothing, in which no image depends on the others of its batch. */
  public static Phase translation(Statistics statistics, boolean noise) {
    return new Phase(statistics, noise, false, true);
  }
}
