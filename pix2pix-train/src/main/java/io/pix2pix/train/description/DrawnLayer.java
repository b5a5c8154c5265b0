package io.pix2pix.train.description;

import org.tensorflow.ndarray.Shape;

/**
 * A layer as a box.
 *
 * @param x left edge
 * @param y upper edge
 * @param meaning shown where a pointer rests on it
 * @param size width and height of its maps
 * @param channels of its maps
 */
record DrawnLayer(
    long x,
    long y,
    long width,
    long height,
    String name,
    String meaning,
    String size,
    long channels,
    LayerKind kind) {
  /** The line on which all boxes are centered. */
  static final int MIDDLE = 250;

  static DrawnLayer at(long center, String name, String meaning, Shape shape, LayerKind kind) {
    long height = Math.round(10 + 15 * log2(Math.max(shape.get(1), shape.get(2))));
    long width = Math.round(6 + 3.2 * log2(shape.get(3)));
    long x = center - width / 2;
    var size = shape.get(2) + "x" + shape.get(1);
    return new DrawnLayer(
        x, MIDDLE - height / 2, width, height, name, meaning, size, shape.get(3), kind);
  }

  private static double log2(long size) {
    return Math.log((double) size) / Math.log(2);
  }

  String color() {
    return kind.color();
  }

  long center() {
    return x + width / 2;
  }

  long labelY() {
    return y + height + 13;
  }

  long channelsY() {
    return y - 5;
  }

  long nameY() {
    return MIDDLE + 90;
  }
}
