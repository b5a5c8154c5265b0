package io.pix2pix.data.prepare;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

/** Another size without mixing: each new pixel is the one in the middle of those that it covers. */
final class NearestPixels {
  private NearestPixels() {}

  /** The image at the height and width of a shape. */
  static Image resize(Image image, ImageShape size) {
    var shape = image.shape().resized(size.height(), size.width());
    var values = new float[shape.size()];
    int at = 0;
    for (int y = 0; y < shape.height(); y++) {
      int row = (int) ((2L * y + 1) * image.height() / (2L * shape.height()));
      for (int x = 0; x < shape.width(); x++) {
        int column = (int) ((2L * x + 1) * image.width() / (2L * shape.width()));
        for (int channel = 0; channel < shape.channels(); channel++) {
          values[at++] = image.at(row, column, channel);
        }
      }
    }
    return Image.owning(shape, values);
  }
}
