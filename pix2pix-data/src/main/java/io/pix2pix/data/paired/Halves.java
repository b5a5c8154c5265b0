package io.pix2pix.data.paired;

import io.pix2pix.api.image.Image;

/** The left and the right half of an image. */
record Halves(Image left, Image right) {

  /** The halves of an image of even width. */
  static Halves of(Image image) {
    return new Halves(half(image, 0), half(image, 1));
  }

  private static Image half(Image image, int which) {
    int width = image.width() / 2;
    return image.part(0, which * width, image.shape().resized(image.height(), width));
  }
}
