package io.pix2pix.data.paired;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.mask.TargetFiles;

/** Which half of a picture is the condition: A is the left half, B the right half. */
public enum Direction {
  /** A is the condition, B the target. */
  AtoB,
  /** B is the condition, A the target. */
  BtoA;

  /**
   * The pair in a picture of both halves.
   *
   * @param picture A on the left, B on the right, of even width
   * @throws IllegalArgumentException if its width is odd
   */
  public ImagePair split(Image picture) {
    checkArgument(picture.width() % 2 == 0, "width must be even, not %s", picture.width());
    Halves halves = Halves.of(picture);
    return pair(halves.left(), halves.right());
  }

  /** The targets in files of both halves. */
  TargetFiles targets(StoredImages images) {
    return new TargetFiles(
        images,
        picture -> picture.resized(picture.height(), picture.width() / 2),
        picture -> split(picture).target());
  }

  /** The pair that the halves make. */
  ImagePair pair(Image left, Image right) {
    return this == AtoB ? new ImagePair(left, right) : new ImagePair(right, left);
  }
}
