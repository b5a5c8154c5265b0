package io.pix2pix.api.data;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.PairShape;

/** Turns pairs into batches. */
public interface Batching {

  /**
   * Starts to prepare batches.
   *
   * @param pairs what batches are made of
   * @param plan in which order, how changed, and from which batch on
   */
  Batches open(Pairs pairs, Plan plan);

  /**
   * What the batches of a run follow from.
   *
   * @param augmentation what changes pairs, in this order
   * @param shape that every pair has then; one that has another is refused when its batch comes up
   * @param batchSize pairs in a batch
   * @param seed order and changes follow from it, the epoch and the position
   * @param firstBatch the number of the batch that comes first; 0 in a new run
   * @param share which of its pairs are read
   */
  record Plan(
      ImmutableList<Augmentation> augmentation,
      PairShape shape,
      int batchSize,
      long seed,
      long firstBatch,
      BatchShare share) {

    /** Of whole batches. */
    public Plan(
        ImmutableList<Augmentation> augmentation,
        PairShape shape,
        int batchSize,
        long seed,
        long firstBatch) {
      this(augmentation, shape, batchSize, seed, firstBatch, BatchShare.WHOLE);
    }
  }
}
