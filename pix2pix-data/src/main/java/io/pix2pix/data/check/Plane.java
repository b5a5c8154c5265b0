package io.pix2pix.data.check;

/**
 * Numbers on a grid.
 *
 * <p>The array is not copied: a plane is used by the one who made it.
 *
 * @param values {@code [h, w]}, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Plane(int height, int width, float[] values) {

  float at(int y, int x) {
    return values[y * width + x];
  }

  /**
   * Means of blocks of {@code factor} by {@code factor} values; what is left over at the ends is
   * not in it.
   */
  Plane reduced(int factor) {
    if (factor == 1) {
      return this;
    }
    var to = new float[Math.max(1, height / factor) * Math.max(1, width / factor)];
    var reduced = new Plane(Math.max(1, height / factor), Math.max(1, width / factor), to);
    for (int y = 0; y < reduced.height; y++) {
      for (int x = 0; x < reduced.width; x++) {
        to[y * reduced.width + x] = mean(y * factor, x * factor, factor);
      }
    }
    return reduced;
  }

  private float mean(int top, int left, int factor) {
    int bottom = Math.min(height, top + factor);
    int right = Math.min(width, left + factor);
    float sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += at(y, x);
      }
    }
    return sum / ((bottom - top) * (right - left));
  }

  /** Means of each value and its eight neighbors; at the ends, of those there are. */
  Plane blurred() {
    var to = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to[y * width + x] = around(y, x);
      }
    }
    return new Plane(height, width, to);
  }

  private float around(int y, int x) {
    float sum = 0;
    int count = 0;
    for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        sum += at(row, column);
        count++;
      }
    }
    return sum / count;
  }
}
