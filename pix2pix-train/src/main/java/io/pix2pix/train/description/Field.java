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
   * Under a window that moves over the map.
   *
   * @param kernel its edge
   * @param step from one place of it to the next
   * @param before rows that it begins above the map
   */
  Field under(int kernel, int step, long before, long newHeight) {
    return from(-before, kernel - 1 - before, step, newHeight);
  }

  /**
   * Where each pixel is spread over a window. Of the pixels that one pixel becomes, that which sees
   * most of them.
   *
   * @param kernel edge of the window
   * @param step from one window to the next
   * @param before rows that the first window begins above the result
   */
  Field spread(int kernel, int step, long before, long newHeight) {
    Field widest = this;
    for (int phase = 0; phase < step; phase++) {
      long first = Math.floorDiv(phase + before - kernel + step, step);
      long last = Math.floorDiv(phase + before, step);
      var field = from(first, last, 1.0 / step, newHeight);
      widest = field.extent() > widest.extent() || phase == 0 ? field : widest;
    }
    return widest;
  }

  private Field from(long first, long last, double factor, long newHeight) {
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
