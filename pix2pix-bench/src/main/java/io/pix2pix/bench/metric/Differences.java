package io.pix2pix.bench.metric;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.EvaluatedImage;
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
   * The mean of a function of each difference of generated image and target, on the scale of {@code
   * [0, 1]}: over pixels that count, each as much as the mask says.
   *
   * @return 0 if no pixel counts
   * @throws IllegalArgumentException if the shapes differ
   */
  static double mean(EvaluatedImage image, DoubleUnaryOperator function) {
    if (image.mask().isEmpty()) {
      return mean(image.generated(), image.target(), function);
    }
    requireSameShape(image.generated(), image.target());
    var a = image.generated().toArray();
    var b = image.target().toArray();
    var mask = image.mask().get().toArray();
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < a.length; i++) {
      double weight = mask[i / image.target().channels()];
      sum += weight * function.applyAsDouble(((double) a[i] - b[i]) / 2);
      weights += weight;
    }
    return weights == 0 ? 0 : sum / weights;
  }

  /**
   * @throws IllegalArgumentException if the shapes differ
   */
  static void requireSameShape(Image one, Image other) {
    checkArgument(
        one.shape().equals(other.shape()), "shapes differ: %s and %s", one.shape(), other.shape());
  }
}
