package io.pix2pix.api.data;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The part of every batch that one of several workers trains on: as many pairs as the others get.
 *
 * @param index of the worker, from 0 on
 * @param count of workers
 */
public record BatchShare(int index, int count) {
  /** All of it, for one process alone. */
  public static final BatchShare WHOLE = new BatchShare(0, 1);

  /**
   * @throws IllegalArgumentException if there is no such worker
   */
  public BatchShare {
    checkArgument(index >= 0 && index < count, "there is no worker %s of %s", index, count);
  }

  /**
   * How many pairs of a batch it has.
   *
   * @throws IllegalArgumentException if batches cannot be divided so
   */
  public int of(int batchSize) {
    checkArgument(batchSize % count == 0, "%s pairs are not %s equal shares", batchSize, count);
    return batchSize / count;
  }
}
