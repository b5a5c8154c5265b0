package io.pix2pix.train.description;

/**
 * What the pixels of a map see of the input, along its height: pixel {@code i} sees from {@code i *
 * stride + low} to {@code i * stride + high}.
 *
 * @param low first pixel that pixel 0 sees
 * @param high last pixel that pixel 0 sees
 * @param stride input pixels from one pixel to the next
 * @param height of the map
 */
record Field(double low, double high, double stride, long height) {
  /** The input itself. */
  static Field input(long height) {
    return new Field(0, 0, 1, height);
  }

  /** Input pixels that one pixel sees. */
  long extent() {
    return Math.round(high - low) + 1;
  }

  /**
   * Under a window.
   *
   * @param first where it begins, from the pixel that it belongs to
   * @param last where it ends
   * @param factor by which the window moves
   */
  Field under(long first, long last, double factor, long newHeight) {
    return new Field(low + first * stride, high + last * stride, stride * factor, newHeight);
  }

  /** The same pixels on a map of another height. */
  Field scaledTo(long newHeight) {
    return new Field(low, high, stride * height / newHeight, newHeight);
  }

  /** Both, where two maps are joined. */
  Field and(Field other) {
    var wider = extent() >= other.extent() ? this : other;
    return new Field(
        Math.min(low, other.low), Math.max(high, other.high), wider.stride, wider.height);
  }
}
