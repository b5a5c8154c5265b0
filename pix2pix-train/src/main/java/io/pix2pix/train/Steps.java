package io.pix2pix.train;

import com.google.common.math.LongMath;
import io.pix2pix.api.training.Training;
import java.math.RoundingMode;

/**
 * Counts steps. In a step, D can take several of its own, each on a batch of its own.
 *
 * @param pairs in an epoch
 * @param training says how many pairs a step sees
 */
public record Steps(int pairs, Training training) {

  /**
   * The number of steps in which every pair was seen in each epoch, the last step filled up from
   * the epoch after.
   */
  public long all() {
    long seen = (long) pairs * training.epochs();
    return LongMath.divide(seen, imagesInEach(), RoundingMode.CEILING);
  }

  /** Pairs that a step sees. */
  int imagesInEach() {
    return Math.multiplyExact(training.batchSize(), training.discriminator().steps());
  }

  /** Batches that were used up before a step. */
  long batchesBefore(long step) {
    return Math.multiplyExact(step, (long) training.discriminator().steps());
  }

  /**
   * The epoch in which a step begins, 0 for the first.
   *
   * @param step 0 for the first
   */
  int epochOf(long step) {
    return Math.toIntExact(Math.multiplyExact(step, (long) imagesInEach()) / pairs);
  }
}
