package io.pix2pix.train;

import io.pix2pix.api.Training;

/** Counts steps. */
final class Steps {
  private Steps() {}

  /**
   * The number of steps in which every pair was seen in each epoch, the last batch filled up from
   * the epoch after.
   */
  static long of(int pairs, Training training) {
    long images = (long) pairs * training.epochs();
    return (images + training.batchSize() - 1) / training.batchSize();
  }
}
