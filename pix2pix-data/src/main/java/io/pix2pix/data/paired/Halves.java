package io.pix2pix.data.paired;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

/** The left and the right half of an image. */
record Halves(Image left, Image right) {

  /** The halves of an image of even width. */
  static Halves of(Image image) {
    return new Halves(half(image, 0), half(image, 1));
  }

  private static Image half(Image image, int which) {
    ImageShape shape = image.shape().resized(image.height(), image.width() / 2);
    int row = shape.width() * shape.channels();
    float[] whole = image.toArray();
    var values = new float[shape.size()];
    for (int y = 0; y < shape.height(); y++) {
      System.arraycopy(whole, (2 * y + which) * row, values, y * row, row);
    }
    return Image.owning(shape, values);
  }
}
