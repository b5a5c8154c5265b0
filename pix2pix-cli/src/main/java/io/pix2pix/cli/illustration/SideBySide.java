package io.pix2pix.cli.illustration;

import io.pix2pix.api.image.Image;
import java.util.Arrays;

/** Joins pictures into one; small ones are enlarged by a whole factor. */
final class SideBySide {
  private static final int VISIBLE = 128;
  private static final int GAP = 4;
  private static final float WHITE = 1;

  private SideBySide() {}

  /** Pictures from left to right, with white between them; all of the shape of the first. */
  static Image of(Image... pictures) {
    int factor = Math.max(1, VISIBLE / pictures[0].height());
    int cell = factor * pictures[0].width() + GAP;
    var shape =
        pictures[0].shape().resized(factor * pictures[0].height(), pictures.length * cell - GAP);
    var values = new float[shape.size()];
    Arrays.fill(values, WHITE);
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        if (x % cell < cell - GAP) {
          copy(pictures[x / cell], y / factor, x % cell / factor, values, y * shape.width() + x);
        }
      }
    }
    return Image.owning(shape, values);
  }

  private static void copy(Image from, int y, int x, float[] values, int pixel) {
    for (int channel = 0; channel < from.channels(); channel++) {
      values[pixel * from.channels() + channel] = from.at(y, x, channel);
    }
  }
}
