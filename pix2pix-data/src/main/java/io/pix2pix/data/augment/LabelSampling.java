package io.pix2pix.data.augment;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairLabels;
import java.util.function.UnaryOperator;

/** Which images of a pair are sampled as label maps: by nearest, so that classes never blend. */
public enum LabelSampling {
  /** Those that the data set knows to be label maps, as far as the augmentation goes by it. */
  AUTO,
  /** Those that the data set knows to be label maps, of which there is at least one. */
  NEAREST,
  /** The condition. */
  CONDITION,
  /** The target. */
  TARGET,
  /** Both. */
  BOTH,
  /** None: all are blended. */
  NONE;

  /** What the setting means. */
  static final String MEANING =
      "label maps, sampled by nearest and never blended: auto (those that the data set knows),"
          + " nearest (the same, and there must be one), condition, target, both, none";

  /** Which of both are label maps, where auto goes by all that the data set knows. */
  Sides sides(PairLabels labels) {
    return sides(labels, true);
  }

  /** As {@link #sides(PairLabels)}, where auto leaves maps of colors to be blended. */
  Sides sidesOfIndices(PairLabels labels) {
    return sides(labels, this != AUTO);
  }

  private Sides sides(PairLabels labels, boolean colors) {
    return switch (this) {
      case AUTO -> known(labels, colors);
      case NEAREST -> atLeastOne(known(labels, true));
      case CONDITION -> new Sides(true, false);
      case TARGET -> new Sides(false, true);
      case BOTH -> new Sides(true, true);
      case NONE -> new Sides(false, false);
    };
  }

  private static Sides known(PairLabels labels, boolean colors) {
    return new Sides(isLabels(labels.condition(), colors), isLabels(labels.target(), colors));
  }

  private static boolean isLabels(LabelKind kind, boolean colors) {
    return colors ? kind.isLabels() : kind.isLabels() && kind != LabelKind.COLORS;
  }

  private static Sides atLeastOne(Sides known) {
    if (!known.condition() && !known.target()) {
      throw new IllegalArgumentException(
          "labels: nearest, but the data set knows of no label map; say labels: condition, or"
              + " target, or give the data a palette.csv");
    }
    return known;
  }

  /**
   * Which images of a pair are label maps.
   *
   * @param condition whether {@code x} is
   * @param target whether {@code y} is
   */
  record Sides(boolean condition, boolean target) {
    /**
     * A pair whose pixels move.
     *
     * @param blended what becomes of a picture
     * @param nearest what becomes of a label map, and of a mask
     */
    ImagePair moved(ImagePair pair, UnaryOperator<Image> blended, UnaryOperator<Image> nearest) {
      return new ImagePair(
          (condition ? nearest : blended).apply(pair.condition()),
          (target ? nearest : blended).apply(pair.target()),
          pair.labels(),
          pair.mask().map(nearest));
    }
  }
}
