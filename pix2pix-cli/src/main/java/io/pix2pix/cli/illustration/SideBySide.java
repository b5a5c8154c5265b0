package io.pix2pix.cli.illustration;

import io.pix2pix.api.image.Image;
import java.util.Arrays;

/** Joins pictures into one. */
final class SideBySide {
  private static final int GAP = 4;
  private static final float WHITE = 1;

  private SideBySide() {}

  /** Pictures from left to right, with white between them; all of the shape of the first. */
  static Image of(Image... pictures) {
    var cell = pictures[0].shape();
    var shape = cell.resized(cell.height(), pictures.length * (cell.width() + GAP) - GAP);
    var values = new float[shape.size()];
    Arrays.fill(values, WHITE);
    int row = cell.width() * cell.channels();
    for (int i = 0; i < pictures.length; i++) {
      var from = pictures[i].toArray();
      int left = i * (cell.width() + GAP) * cell.channels();
      for (int y = 0; y < cell.height(); y++) {
        int to = y * shape.width() * cell.channels() + left;
        System.arraycopy(from, y * row, values, to, row);
      }
    }
    return Image.owning(shape, values);
  }
}
