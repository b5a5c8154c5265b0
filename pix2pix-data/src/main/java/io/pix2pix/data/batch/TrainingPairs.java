package io.pix2pix.data.batch;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.random.SeededRandom;

/**
 * The pairs of a training as it sees them: an endless stream of epochs, each a shuffle of all
 * pairs, changed by the augmentation. What comes at a position follows from the plan alone.
 * Thread-safe.
 */
public final class TrainingPairs {
  private final Pairs pairs;
  private final Plan plan;
  private final DataOrder order;
  private final int bothSides;

  /**
   * @param pairs what the stream is made of
   * @param plan in which order, and how changed; of it, the batches do not count
   */
  public TrainingPairs(Pairs pairs, Plan plan) {
    this.pairs = pairs;
    this.plan = plan;
    order = new DataOrder(pairs.size(), plan.seed());
    bothSides = afterLastOfBothSides(plan.augmentation());
  }

  private static int afterLastOfBothSides(ImmutableList<Augmentation> augmentation) {
    int end = augmentation.size();
    while (end > 0 && augmentation.get(end - 1).changesOneSide()) {
      end--;
    }
    return end;
  }

  /**
   * Where in the stream a pair comes.
   *
   * @param index of the pair
   * @param epoch from 0 on
   */
  public long position(int index, long epoch) {
    return order.positionOf(index, epoch);
  }

  /**
   * The pair at a position of the stream, changed.
   *
   * @param position from 0 on
   * @throws InvalidInputException if it cannot be read or changed, or differs in shape from the
   *     others
   */
  public ImagePair at(long position) {
    int index = order.pairAt(position);
    var pair = pairs.read(index);
    try {
      return checked(changed(pair, position), pair, index);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(pairs.name(index) + ": " + e.getMessage(), e);
    }
  }

  private ImagePair changed(ImagePair given, long position) {
    var random = SeededRandom.of(plan.seed(), "augmentation", position);
    var pair = given;
    for (var change : plan.augmentation().subList(0, bothSides)) {
      pair = change.apply(pair, random);
    }
    var restored = pairs.afterAugmentation(pair);
    pair = pair.with(restored.condition(), restored.target());
    for (var change : plan.augmentation().subList(bothSides, plan.augmentation().size())) {
      pair = change.apply(pair, random);
    }
    return pair;
  }

  /** Of large data sets, not every pair was looked at before. */
  private ImagePair checked(ImagePair pair, ImagePair given, int index) {
    var shape = PairShape.of(pair);
    if (!shape.equals(plan.shape())) {
      throw new InvalidInputException(
          "%s: is %s after augmentation, but others are %s; images of one size are needed: give data.size, or an augmentation such as jitter"
              .formatted(
                  pairs.name(index),
                  shape.condition().widthByHeight(),
                  plan.shape().condition().widthByHeight()));
    }
    if (pair.mask().isPresent() != given.mask().isPresent()) {
      throw new InvalidInputException(
          "augmentation: one of %s loses the mask of a pair; a plug-in keeps it with ImagePair.with, or ImagePair.changed"
              .formatted(plan.augmentation()));
    }
    return pair;
  }
}
