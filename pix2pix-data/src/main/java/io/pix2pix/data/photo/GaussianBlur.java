package io.pix2pix.data.photo;

import io.pix2pix.api.image.Image;

/**
 * A Gaussian filter, rows first, then columns. Beyond its border a picture is mirrored, the border
 * pixel among what is mirrored.
 *
 * @param sigma standard deviation, in pixels, greater than 0
 */
record GaussianBlur(double sigma) {

  /** The filtered picture, of the same shape. */
  Image of(Image picture) {
    var shape = picture.shape();
    var rows = filtered(picture.toArray(), shape.height(), shape.width(), shape.channels());
    return Image.owning(
        shape, filteredColumns(rows, shape.height(), shape.width(), shape.channels()));
  }

  /** Weights from the middle on; they reach three standard deviations, and add up to 1. */
  private double[] weights() {
    var weights = new double[(int) Math.ceil(3 * sigma) + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(-i * i / (2 * sigma * sigma));
      sum += i == 0 ? weights[i] : 2 * weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private float[] filtered(float[] values, int height, int width, int channels) {
    return filtered(values, height, width, width * channels, channels, channels);
  }

  private float[] filteredColumns(float[] values, int height, int width, int channels) {
    return filtered(values, width, height, channels, width * channels, channels);
  }

  /**
   * Filters lines of values.
   *
   * @param lines how many there are
   * @param length of each, in pixels
   * @param toNextLine values from a line to the next
   * @param toNext values from a pixel of a line to the next
   */
  private float[] filtered(
      float[] values, int lines, int length, int toNextLine, int toNext, int channels) {
    var weights = weights();
    var result = new float[values.length];
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < length; i++) {
        for (int channel = 0; channel < channels; channel++) {
          int start = line * toNextLine + channel;
          double sum = weights[0] * values[start + i * toNext];
          for (int far = 1; far < weights.length; far++) {
            sum +=
                weights[far]
                    * (values[start + mirrored(i - far, length) * toNext]
                        + values[start + mirrored(i + far, length) * toNext]);
          }
          result[start + i * toNext] = (float) sum;
        }
      }
    }
    return result;
  }

  private static int mirrored(int position, int length) {
    int within = Math.floorMod(position, 2 * length);
    return within < length ? within : 2 * length - 1 - within;
  }
}
