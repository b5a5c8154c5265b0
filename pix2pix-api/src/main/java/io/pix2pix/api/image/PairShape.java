package io.pix2pix.api.image;

/**
 * The shapes of a pair: what networks need to know of the data.
 *
 * @param condition shape of {@code x}
 * @param target shape of {@code y}; same height and width
 */
public record PairShape(ImageShape condition, ImageShape target) {

  /** The shapes of a pair. */
  public static PairShape of(ImagePair pair) {
    return new PairShape(pair.condition().shape(), pair.target().shape());
  }

  /** These shapes with another height and width. */
  public PairShape resized(int height, int width) {
    return new PairShape(condition.resized(height, width), target.resized(height, width));
  }
}
