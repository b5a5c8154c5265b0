package io.pix2pix.bench.metric.feature;

import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Surroundings;
import io.pix2pix.api.plugin.Setting;
import java.nio.file.Path;
import java.util.List;

/**
 * KID (Bińkowski, Sutherland, Arbel and Gretton, Demystifying MMD GANs, 2018): the squared maximum
 * mean discrepancy of the features of generated images and targets, under the kernel {@code (x · y
 * / d + 1)^3}, estimated without bias over the whole set. It can be a little below 0. Its usual
 * features are those of an Inception network; here they are those of a model that the user brings,
 * and only figures of one model can be compared.
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
  private static final Quantity KID = new Quantity("kid", "squared distance", Better.LOWER);
  private static final int ENOUGH = 50;

  @Override
  public Gauge open(Surroundings surroundings) {
    return FeatureGauge.open(
        KID,
        FeatureModel.open(Path.of(model), low, high),
        surroundings,
        KernelInceptionDistance::distance,
        ENOUGH,
        "look at its interval, not at the figure");
  }

  /**
   * The estimate without bias: a row is never compared with itself, nor with a copy of itself.
   *
   * @param origins the same object marks copies
   */
  @SuppressWarnings("ReferenceEquality") // two images may have the same features
  static double distance(
      double[][] generated, double[][] real, List<ImmutableDoubleArray> origins) {
    double within = 0;
    double between = 0;
    long pairs = 0;
    for (int i = 0; i < generated.length; i++) {
      for (int j = 0; j < generated.length; j++) {
        if (origins.get(i) != origins.get(j)) {
          within += kernel(generated[i], generated[j]) + kernel(real[i], real[j]);
          pairs++;
        }
        between += kernel(generated[i], real[j]);
      }
    }
    double all = (double) generated.length * generated.length;
    return within / pairs - 2 * between / all;
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
