package io.pix2pix.data.batch;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.random.SeededRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Makes the batch of any number. Thread-safe. */
final class BatchMaker {
  private final Pairs pairs;
  private final Plan plan;
  private final DataOrder order;

  BatchMaker(Pairs pairs, Plan plan) {
    this.pairs = pairs;
    this.plan = plan;
    order = new DataOrder(pairs.size(), plan.seed());
  }

  /**
   * A batch, which the caller closes.
   *
   * @throws InvalidInputException if a pair cannot be read, or differs in shape from the others
   */
  Batch batch(long number) {
    long first = Math.multiplyExact(number, plan.batchSize());
    ImmutableList<ImagePair> batch =
        LongStream.range(first, first + plan.batchSize())
            .mapToObj(this::pairAt)
            .collect(toImmutableList());
    return new Batch(
        ImageTensors.stack(Lists.transform(batch, ImagePair::condition)),
        ImageTensors.stack(Lists.transform(batch, ImagePair::target)));
  }

  private ImagePair pairAt(long position) {
    int index = order.pairAt(position);
    ImagePair pair = pairs.read(index);
    RandomGenerator random = SeededRandom.of(plan.seed(), "augmentation", position);
    try {
      for (Augmentation change : plan.augmentation()) {
        pair = change.apply(pair, random);
      }
      return checked(pairs.afterAugmentation(pair), index);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(pairs.name(index) + ": " + e.getMessage(), e);
    }
  }

  /** Of large data sets, not every pair was looked at before. */
  private ImagePair checked(ImagePair pair, int index) {
    var shape = PairShape.of(pair);
    if (!shape.equals(plan.shape())) {
      throw new InvalidInputException(
          "%s: is %s after augmentation, but others are %s; images of one size are needed: give data.size, or an augmentation such as jitter"
              .formatted(
                  pairs.name(index),
                  shape.condition().widthByHeight(),
                  plan.shape().condition().widthByHeight()));
    }
    return pair;
  }
}
