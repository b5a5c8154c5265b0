package io.pix2pix.bench.metric.label;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

/**
 * The size at which a segmenter sees photos and label maps, whatever size they have.
 *
 * @param height in pixels, a multiple of 16
 * @param width in pixels, a multiple of 16
 */
record SegmenterSize(int height, int width) {
  private static final int MULTIPLE = 16;

  /**
   * The size of images of some shape, made smaller where their longer side exceeds a limit.
   *
   * @param longest of the longer side, in pixels
   */
  static SegmenterSize of(ImageShape shape, int longest) {
    double scale = Math.min(1, (double) longest / Math.max(shape.height(), shape.width()));
    return new SegmenterSize(rounded(shape.height() * scale), rounded(shape.width() * scale));
  }

  private static int rounded(double size) {
    return Math.max(MULTIPLE, (int) Math.round(size / MULTIPLE) * MULTIPLE);
  }

  /**
   * A photo at this size: each pixel is the mean of those that it covers.
   *
   * @param photo of 3 channels
   * @param values takes {@code [height, width, 3]} from {@code offset} on, in {@code [-1, 1]}
   */
  void photo(Image photo, float[] values, int offset) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        mean(photo, y, x, values, offset + (y * width + x) * 3);
      }
    }
  }

  private void mean(Image photo, int y, int x, float[] values, int at) {
    int top = y * photo.height() / height;
    int left = x * photo.width() / width;
    int bottom = Math.max(top + 1, (y + 1) * photo.height() / height);
    int right = Math.max(left + 1, (x + 1) * photo.width() / width);
    for (int channel = 0; channel < 3; channel++) {
      double sum = 0;
      for (int row = top; row < bottom; row++) {
        for (int column = left; column < right; column++) {
          sum += photo.at(row, column, channel);
        }
      }
      values[at + channel] = (float) (sum / ((bottom - top) * (right - left)));
    }
  }

  /**
   * A label map at this size: each pixel is the one in the middle of those that it covers.
   *
   * @param classes {@code [h, w]} row by row
   * @param shape of the map
   * @return {@code [height, width]} row by row
   */
  int[] labels(int[] classes, ImageShape shape) {
    var chosen = new int[height * width];
    for (int i = 0; i < chosen.length; i++) {
      int y = (2 * (i / width) + 1) * shape.height() / (2 * height);
      int x = (2 * (i % width) + 1) * shape.width() / (2 * width);
      chosen[i] = classes[y * shape.width() + x];
    }
    return chosen;
  }
}
