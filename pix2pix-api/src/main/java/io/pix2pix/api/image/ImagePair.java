package io.pix2pix.api.image;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A condition and the target that belongs to it, of the same height and width.
 *
 * @param condition what the generator is given, {@code x}
 * @param target what it should produce, {@code y}
 */
public record ImagePair(Image condition, Image target) {

  /**
   * @throws IllegalArgumentException if height or width differ
   */
  public ImagePair {
    checkArgument(
        condition.height() == target.height() && condition.width() == target.width(),
        "condition and target must have the same height and width, not %s and %s",
        condition.shape(),
        target.shape());
  }
}
