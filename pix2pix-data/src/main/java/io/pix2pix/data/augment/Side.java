package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import java.util.function.UnaryOperator;

/** Which images of a pair are changed. */
public enum Side {
  /** What the generator is given. */
  CONDITION,
  /** What it should produce. */
  TARGET,
  /** Both alike. */
  BOTH;

  /** What the setting means. */
  static final String MEANING = "what is changed: condition, target, or both alike";

  boolean condition() {
    return this != TARGET;
  }

  boolean target() {
    return this != CONDITION;
  }

  /**
   * The pair with pictures of this side changed.
   *
   * @param name of the augmentation, for messages
   * @throws IllegalArgumentException if one of them is a label map: its classes would be mixed
   */
  ImagePair changed(ImagePair pair, String name, UnaryOperator<Image> change) {
    var labels = pair.labels();
    checkArgument(
        !condition() || !labels.condition().isLabels(), MIXED, name, "condition", TARGET_INSTEAD);
    checkArgument(
        !target() || !labels.target().isLabels(), MIXED, name, "target", CONDITION_INSTEAD);
    return pair.with(
        condition() ? change.apply(pair.condition()) : pair.condition(),
        target() ? change.apply(pair.target()) : pair.target());
  }

  private static final String MIXED =
      "%s would mix the classes of the %s, which is a label map; give it side: %s, or leave it out";
  private static final String TARGET_INSTEAD = "target";
  private static final String CONDITION_INSTEAD = "condition";
}
