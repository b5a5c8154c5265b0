package io.pix2pix.data.mask;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.StoredImages;
import java.util.function.UnaryOperator;

/**
 * The files of targets.
 *
 * @param images in the files, which may hold more than the targets
 * @param shape of the target, by that of an image in a file
 * @param part of an image in a file that is the target
 */
public record TargetFiles(
    StoredImages images, UnaryOperator<ImageShape> shape, UnaryOperator<Image> part) {

  /** Targets that have a file each. */
  public static TargetFiles whole(StoredImages images) {
    return new TargetFiles(images, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** The shape of a target at the size that it is stored with. */
  ImageShape shape(int index) {
    return shape.apply(images.shape(index));
  }
}
