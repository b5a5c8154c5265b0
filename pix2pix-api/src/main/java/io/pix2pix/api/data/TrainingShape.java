package io.pix2pix.api.data;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The shape of training pairs after augmentation. */
public final class TrainingShape {
  private static final ImageShape USUAL = new ImageShape(256, 256, 3);
  private static final ImageShape LARGE = new ImageShape(1 << 14, 1 << 14, 3);

  private TrainingShape() {}

  /**
   * The shape that some pairs have.
   *
   * @param indices of the pairs
   * @throws InvalidInputException if one differs from the first pair
   */
  static PairShape of(Pairs pairs, ImmutableList<Augmentation> augmentation, IntStream indices) {
    var first = of(pairs, 0, augmentation);
    indices.forEach(
        index -> {
          var other = of(pairs, index, augmentation);
          if (!hasChannels(other, first)) {
            throw new InvalidInputException(
                "%s: has %s channels, but %s has %s; say which are read, with data.pixels.condition.channels and data.pixels.target.channels"
                    .formatted(pairs.name(index), channels(other), pairs.name(0), channels(first)));
          } else if (!other.equals(first)) {
            throw new InvalidInputException(
                "%s: would be %s, but %s %s; images of one size are needed: give data.size, or an augmentation such as jitter"
                    .formatted(
                        pairs.name(index),
                        other.condition().widthByHeight(),
                        pairs.name(0),
                        first.condition().widthByHeight()));
          }
        });
    return first;
  }

  private static boolean hasChannels(PairShape shape, PairShape other) {
    return channels(shape).equals(channels(other));
  }

  private static String channels(PairShape shape) {
    return shape.condition().channels() + " and " + shape.target().channels();
  }

  /**
   * The shape that one pair has.
   *
   * @throws InvalidInputException if an augmentation cannot take it; the message names it
   */
  public static PairShape of(Pairs pairs, int index, ImmutableList<Augmentation> augmentation) {
    try {
      return augmented(pairs.shape(index), augmentation);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(pairs.name(index) + ": " + e.getMessage(), e);
    }
  }

  /**
   * Changes the first pair, so that what an augmentation cannot do is told before work starts.
   *
   * @throws InvalidInputException if an augmentation cannot take it; the message names it
   */
  static void tryOut(Pairs pairs, ImmutableList<Augmentation> augmentation) {
    if (augmentation.isEmpty()) {
      return;
    }
    var pair = first(pairs);
    try {
      for (var change : augmentation) {
        pair = pair.map(its -> change.apply(its, new SplittableRandom(0)));
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(pairs.name(0) + ": " + e.getMessage(), e);
    }
  }

  /** A damaged picture is told by the check of all files. */
  private static Optional<ImagePair> first(Pairs pairs) {
    try {
      return Optional.of(pairs.read(0));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /** The shape where there is no data: that to which pictures are resized and cut, else 256x256. */
  public static PairShape withoutData(Dataset dataset, ImmutableList<Augmentation> augmentation) {
    var cut = augmented(dataset.shapeOf(LARGE), augmentation);
    boolean isUncut = cut.condition().height() == LARGE.height();
    return isUncut ? dataset.shapeOf(USUAL) : cut;
  }

  private static PairShape augmented(PairShape shape, ImmutableList<Augmentation> augmentation) {
    var result = shape;
    for (var change : augmentation) {
      result = change.shapeOf(result);
    }
    return result;
  }
}
