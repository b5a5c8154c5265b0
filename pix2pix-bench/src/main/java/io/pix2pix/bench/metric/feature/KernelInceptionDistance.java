package io.pix2pix.bench.metric.feature;

import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.plugin.Setting;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * KID (Bińkowski, Sutherland, Arbel and Gretton, Demystifying MMD GANs, 2018): the squared maximum
 * mean discrepancy of the features of generated images and targets, under the kernel {@code (x · y
 * / d + 1)^3}, estimated without bias over the whole set. It can be a little below 0. Its usual
 * features are those of an Inception network; here they are those of a model that the user brings,
 * and only values of one model can be compared.
 *
 * @param model folder of a SavedModel from images {@code [n, h, w, 3]} to features {@code [n, d]}
 * @param low what black is for the model
 * @param high what white is for the model
 */
public record KernelInceptionDistance(
    @Setting(meaning = "folder of a SavedModel from images [n, h, w, 3] to features [n, d]")
        String model,
    @Setting(value = "-1", meaning = "what black is for the model") double low,
    @Setting(value = "1", meaning = "what white is for the model") double high)
    implements Metric {
  private static final MetricName KID = new MetricName("kid", "squared distance", Direction.LOWER);
  private static final int ENOUGH = 50;

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    return FeatureAccumulator.open(
        KID,
        FeatureModel.open(Path.of(model), low, high),
        context,
        ENOUGH,
        "look at its interval, not at the value");
  }

  @Override
  public MetricFunction function() {
    return new FeatureDistance(
        (generated, real) -> {
          var within = sum(kernels(generated, generated), kernels(real, real));
          var between = kernels(generated, real);
          return counts -> unbiased(within, between, counts);
        });
  }

  /** The distance of two sets of features, {@code [n, d]} each. */
  static double distance(double[][] generated, double[][] real, int[] counts) {
    return unbiased(
        sum(kernels(generated, generated), kernels(real, real)), kernels(generated, real), counts);
  }

  /**
   * The estimate without bias: an image is never compared with itself, nor with a copy of itself.
   *
   * @param within {@code [n, n]}: kernels of generated images plus those of targets
   * @param between {@code [n, n]}: kernels of generated images and targets
   */
  private static double unbiased(double[][] within, double[][] between, int[] counts) {
    double inside = 0;
    double across = 0;
    long pairs = 0;
    long all = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        long times = (long) counts[i] * counts[j];
        inside += i == j ? 0 : times * within[i][j];
        pairs += i == j ? 0 : times;
        across += times * between[i][j];
        all += times;
      }
    }
    return inside / pairs - 2 * across / all;
  }

  private static double[][] kernels(double[][] one, double[][] other) {
    return Arrays.stream(one)
        .parallel()
        .map(x -> Arrays.stream(other).mapToDouble(y -> kernel(x, y)).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] sum(double[][] one, double[][] other) {
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < one.length; j++) {
        one[i][j] += other[i][j];
      }
    }
    return one;
  }

  private static double kernel(double[] x, double[] y) {
    double product = 0;
    for (int i = 0; i < x.length; i++) {
      product += x[i] * y[i];
    }
    double base = product / x.length + 1;
    return base * base * base;
  }
}
