package io.pix2pix.bench.metric;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;

/**
 * One channel of an image.
 *
 * @param height in pixels
 * @param width in pixels
 * @param values {@code [h, w]} row by row
 */
@SuppressWarnings("ArrayRecordComponent") // large, never changed, and never compared
record Plane(int height, int width, double[] values) {

  /** A channel, with values brought to {@code [0, 1]}. */
  static Plane of(Image image, int channel) {
    var values = new double[image.height() * image.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (image.at(i / image.width(), i % image.width(), channel) + 1) / 2.0;
    }
    return new Plane(image.height(), image.width(), values);
  }

  /** Value by value, the product with another of the same size. */
  Plane times(Plane other) {
    var product = new double[values.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = values[i] * other.values[i];
    }
    return new Plane(height, width, product);
  }

  /** The means of blocks of 2x2; a last odd row or column is left out. */
  Plane halved() {
    var halved = new double[(height / 2) * (width / 2)];
    for (int i = 0; i < halved.length; i++) {
      int at = i / (width / 2) * 2 * width + i % (width / 2) * 2;
      halved[i] = (values[at] + values[at + 1] + values[at + width] + values[at + width + 1]) / 4;
    }
    return new Plane(height / 2, width / 2, halved);
  }

  /**
   * Weighted sums of windows, along rows and along columns, where the window fits.
   *
   * @param kernel weights of a line of the window
   * @throws IllegalArgumentException if it fits nowhere
   */
  Plane filtered(double[] kernel) {
    checkArgument(
        height >= kernel.length && width >= kernel.length,
        "a window of %s pixels does not fit into %sx%s",
        kernel.length,
        width,
        height);
    return alongRows(kernel).transposed().alongRows(kernel).transposed();
  }

  private Plane alongRows(double[] kernel) {
    int shorter = width - kernel.length + 1;
    var sums = new double[height * shorter];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < shorter; x++) {
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
          sum += kernel[i] * values[y * width + x + i];
        }
        sums[y * shorter + x] = sum;
      }
    }
    return new Plane(height, shorter, sums);
  }

  private Plane transposed() {
    var transposed = new double[values.length];
    for (int i = 0; i < transposed.length; i++) {
      transposed[i] = values[i % height * width + i / height];
    }
    return new Plane(width, height, transposed);
  }
}
