package io.pix2pix.api.image;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A condition and the target that belongs to it, of the same height and width.
 *
 * @param condition what the generator is given, {@code x}
 * @param target what it should produce, {@code y}
 * @param labels which of both are label maps
 * @param mask {@code [h, w, 1]}, in {@code [0, 1]}: how much each pixel of the target counts, 0
 *     where nothing is known of it; where it is empty, all of them count
 */
public record ImagePair(Image condition, Image target, PairLabels labels, Optional<Image> mask) {

  /**
   * Two pictures of which every pixel counts.
   *
   * @throws IllegalArgumentException if height or width differ
   */
  public ImagePair(Image condition, Image target) {
    this(condition, target, PairLabels.NONE, Optional.empty());
  }

  /**
   * @throws IllegalArgumentException if height or width differ, or the mask has not one channel
   */
  public ImagePair {
    checkArgument(
        condition.height() == target.height() && condition.width() == target.width(),
        "condition and target must have the same height and width, not %s and %s",
        condition.shape(),
        target.shape());
    mask.ifPresent(
        its ->
            checkArgument(
                its.shape().equals(target.shape().withChannels(1)),
                "a mask has one channel and the size of its pair, %s, not %s",
                target.shape(),
                its.shape()));
  }

  /**
   * Other images in place of these: labels and mask stay.
   *
   * @throws IllegalArgumentException if height or width differ, or are not those of the mask
   */
  public ImagePair with(Image newCondition, Image newTarget) {
    return new ImagePair(newCondition, newTarget, labels, mask);
  }

  /** The same images, with what is known of their labels. */
  public ImagePair with(PairLabels known) {
    return new ImagePair(condition, target, known, mask);
  }

  /**
   * The same images, of which some pixels count.
   *
   * @param weights {@code [h, w, 1]}, in {@code [0, 1]}
   * @throws IllegalArgumentException if it has another height, width or number of channels
   */
  public ImagePair withMask(Image weights) {
    return new ImagePair(condition, target, labels, Optional.of(weights));
  }

  /** Both images and the mask, changed alike: for what moves pixels as they are. */
  public ImagePair changed(UnaryOperator<Image> change) {
    return new ImagePair(change.apply(condition), change.apply(target), labels, mask.map(change));
  }
}
