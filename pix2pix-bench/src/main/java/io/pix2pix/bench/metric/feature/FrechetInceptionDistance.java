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
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * FID (Heusel, Ramsauer, Unterthiner, Nessler and Hochreiter, GANs Trained by a Two Time-Scale
 * Update Rule, 2017): {@code |m1 - m2|^2 + Tr(C1 + C2 - 2 (C1 C2)^(1/2))} of the means and
 * covariances (divided by n - 1) of the features of generated images and targets. Its usual
 * features are those of an Inception network; here they are those of a model that the user brings,
 * and only values of one model and as many images can be compared.
 *
 * <p>The trace of the root is the sum of the singular values of {@code X1 X2^T}, where the rows of
 * {@code X1} and {@code X2} are centered features, over n - 1. That holds for few images, too,
 * where covariances cannot be inverted; but the value is then far too high.
 *
 * @param model folder of a SavedModel from images {@code [n, h, w, 3]} to features {@code [n, d]}
 * @param low what black is for the model
 * @param high what white is for the model
 */
public record FrechetInceptionDistance(
    @Setting(meaning = "folder of a SavedModel from images [n, h, w, 3] to features [n, d]")
        String model,
    @Setting(value = "-1", meaning = "what black is for the model") double low,
    @Setting(value = "1", meaning = "what white is for the model") double high)
    implements Metric {
  private static final MetricName FID = new MetricName("fid", "squared distance", Direction.LOWER);
  private static final int ENOUGH = 2048;

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    return FeatureAccumulator.open(
        FID,
        FeatureModel.open(Path.of(model), low, high),
        context,
        ENOUGH,
        "it grows as a set gets smaller; prefer kid, or compare equal sets");
  }

  @Override
  public MetricFunction function() {
    return new FeatureDistance(
        (generated, real) ->
            counts ->
                distance(
                    FeatureDistance.rows(generated, counts), FeatureDistance.rows(real, counts)));
  }

  /**
   * The distance of two sets of features.
   *
   * @param one {@code [n, d]}, n at least 2
   * @param other {@code [n, d]}
   */
  static double distance(double[][] one, double[][] other) {
    var mean1 = mean(one);
    var mean2 = mean(other);
    double apart = 0;
    for (int i = 0; i < mean1.length; i++) {
      apart += (mean1[i] - mean2[i]) * (mean1[i] - mean2[i]);
    }
    var x1 = centered(one, mean1);
    var x2 = centered(other, mean2);
    double traces = squares(x1) + squares(x2);
    return apart + (traces - 2 * Arrays.stream(singularValues(x1, x2)).sum()) / (one.length - 1);
  }

  private static double squares(DMatrixRMaj x) {
    return Arrays.stream(x.getData()).map(value -> value * value).sum();
  }

  /** Of {@code X1 X2^T}, from the smaller of the two products that have them. */
  private static double[] singularValues(DMatrixRMaj x1, DMatrixRMaj x2) {
    if (x1.numRows <= x1.numCols) {
      var product = new DMatrixRMaj(x1.numRows, x1.numRows);
      CommonOps_DDRM.multTransB(x1, x2, product);
      return SingularOps_DDRM.singularValues(product);
    }
    var product = new DMatrixRMaj(x1.numCols, x1.numCols);
    CommonOps_DDRM.multTransB(triangle(x1), triangle(x2), product);
    return SingularOps_DDRM.singularValues(product);
  }

  /** {@code R} of {@code X = Q R}: the orthogonal {@code Q} changes no singular value. */
  private static DMatrixRMaj triangle(DMatrixRMaj x) {
    var decomposition = DecompositionFactory_DDRM.qr(x.numRows, x.numCols);
    decomposition.decompose(x.copy());
    return decomposition.getR(null, true);
  }

  private static double[] mean(double[][] rows) {
    var mean = new double[rows[0].length];
    for (var row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / rows.length;
      }
    }
    return mean;
  }

  private static DMatrixRMaj centered(double[][] rows, double[] mean) {
    var centered = new DMatrixRMaj(rows.length, mean.length);
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < mean.length; i++) {
        centered.set(row, i, rows[row][i] - mean[i]);
      }
    }
    return centered;
  }
}
