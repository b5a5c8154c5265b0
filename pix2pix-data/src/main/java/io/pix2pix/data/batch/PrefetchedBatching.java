package io.pix2pix.data.batch;

import io.pix2pix.api.data.Batches;
import io.pix2pix.api.data.Batching;
import io.pix2pix.api.data.Pairs;

/**
 * Batches that a few threads prepare ahead of the step.
 *
 * <p>The order is an endless stream of epochs, each a shuffle of all pairs; a batch that begins at
 * the end of one epoch goes on in the next. What a batch holds follows from the plan and its number
 * alone.
 */
public final class PrefetchedBatching implements Batching {

  /** Batching without settings: the number of threads follows from the machine. */
  public PrefetchedBatching() {}

  @Override
  public Batches open(Pairs pairs, Plan plan) {
    return new PrefetchedBatches(new BatchMaker(CachedPairs.of(pairs), plan), plan.firstBatch());
  }
}
