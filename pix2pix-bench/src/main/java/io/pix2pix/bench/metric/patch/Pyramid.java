package io.pix2pix.bench.metric.patch;

import com.google.common.collect.ImmutableList;

/**
 * A Laplacian pyramid (Burt and Adelson 1983): what each scale adds to the next coarser one, and
 * the coarsest itself. The filter is the outer product of {@code [1 4 6 4 1] / 16} with itself;
 * images are mirrored at their borders, without repeating the outermost pixel.
 */
final class Pyramid {
  private static final double[] FILTER = {1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0};

  private Pyramid() {}

  /**
   * The levels, the finest first.
   *
   * @param count of levels
   */
  static ImmutableList<Level> of(Level image, int count) {
    var levels = ImmutableList.<Level>builder();
    var fine = image;
    for (int i = 1; i < count; i++) {
      var coarse = down(fine);
      levels.add(difference(fine, up(coarse, fine.height(), fine.width())));
      fine = coarse;
    }
    return levels.add(fine).build();
  }

  /** Smoothed, and every other row and column of that. */
  static Level down(Level image) {
    int height = (image.height() + 1) / 2;
    int width = (image.width() + 1) / 2;
    var smooth = filtered(image, 1);
    var values = new double[height * width * 3];
    for (int i = 0; i < values.length; i++) {
      int pixel = i / 3;
      values[i] = smooth.at(2 * (pixel / width), 2 * (pixel % width), i % 3);
    }
    return new Level(height, width, values);
  }

  /** Zeros between rows and columns, smoothed, times four. */
  static Level up(Level image, int height, int width) {
    var values = new double[height * width * 3];
    for (int y = 0; y < height; y += 2) {
      for (int x = 0; x < width; x += 2) {
        for (int channel = 0; channel < 3; channel++) {
          values[(y * width + x) * 3 + channel] = image.at(y / 2, x / 2, channel);
        }
      }
    }
    return filtered(new Level(height, width, values), 4);
  }

  private static Level difference(Level one, Level other) {
    var values = one.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] -= other.values()[i];
    }
    return new Level(one.height(), one.width(), values);
  }

  private static Level filtered(Level image, double gain) {
    var rows = new double[image.values().length];
    var both = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int pixel = i / 3;
      rows[i] = sum(image, pixel / image.width(), pixel % image.width(), i % 3, 0, 1);
    }
    var horizontal = new Level(image.height(), image.width(), rows);
    for (int i = 0; i < rows.length; i++) {
      int pixel = i / 3;
      both[i] = gain * sum(horizontal, pixel / image.width(), pixel % image.width(), i % 3, 1, 0);
    }
    return new Level(image.height(), image.width(), both);
  }

  private static double sum(Level image, int y, int x, int channel, int down, int right) {
    double sum = 0;
    for (int tap = -2; tap <= 2; tap++) {
      int row = mirrored(y + tap * down, image.height());
      int column = mirrored(x + tap * right, image.width());
      sum += FILTER[tap + 2] * image.at(row, column, channel);
    }
    return sum;
  }

  private static int mirrored(int position, int size) {
    int from = Math.abs(position);
    return from < size ? from : 2 * (size - 1) - from;
  }

  /**
   * An image of three channels.
   *
   * @param height at least 3
   * @param width at least 3
   * @param values {@code [h, w, 3]} row by row
   */
  @SuppressWarnings("ArrayRecordComponent") // large, never changed, and never compared
  record Level(int height, int width, double[] values) {
    double at(int y, int x, int channel) {
      return values[(y * width + x) * 3 + channel];
    }
  }
}
