package io.pix2pix.data.batch;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Batches;
import io.pix2pix.api.data.Batching;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.PairShape;

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

  @Override
  public PairShape shape(Pairs pairs, ImmutableList<Augmentation> augmentation) {
    PairShape first = shape(pairs, 0, augmentation);
    for (int index = 1; index < pairs.size(); index++) {
      PairShape other = shape(pairs, index, augmentation);
      if (!other.equals(first)) {
        throw new InvalidInputException(
            "%s: would be %s, but %s %s; images of one size are needed: give data.size, or an augmentation such as jitter"
                .formatted(
                    pairs.name(index),
                    other.condition().widthByHeight(),
                    pairs.name(0),
                    first.condition().widthByHeight()));
      }
    }
    return first;
  }

  private static PairShape shape(Pairs pairs, int index, ImmutableList<Augmentation> augmentation) {
    PairShape shape = pairs.shape(index);
    try {
      for (Augmentation change : augmentation) {
        shape = change.shapeOf(shape);
      }
      return shape;
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(pairs.name(index) + ": " + e.getMessage(), e);
    }
  }
}
