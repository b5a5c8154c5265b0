package io.pix2pix.train.translation;

import io.pix2pix.api.image.ImageShape;
import java.util.function.UnaryOperator;

/**
 * The sizes at which pictures are translated, and those of the results.
 *
 * @param translated the size at which a picture is translated, by its own
 * @param restored whether results are brought back to the sizes that the pictures have
 */
public record PictureSize(UnaryOperator<ImageShape> translated, boolean restored) {

  /** The size of a result. */
  ImageShape ofResult(ImageShape picture, ImageShape generated) {
    return restored ? picture : generated;
  }
}
