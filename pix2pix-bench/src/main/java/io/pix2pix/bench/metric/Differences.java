package io.pix2pix.bench.metric;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import java.util.function.DoubleUnaryOperator;

/** Means over the differences of two images. */
final class Differences {
  private Differences() {}

  /**
   * The mean of a function of each difference, on the scale of {@code [0, 1]}.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  static double mean(Image one, Image other, DoubleUnaryOperator function) {
    requireSameShape(one, other);
    var a = one.toArray();
    var b = other.toArray();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += function.applyAsDouble(((double) a[i] - b[i]) / 2);
    }
    return sum / a.length;
  }

  /**
   * @throws IllegalArgumentException if the shapes differ
   */
  static void requireSameShape(Image one, Image other) {
    checkArgument(
        one.shape().equals(other.shape()), "shapes differ: %s and %s", one.shape(), other.shape());
  }
}
