package io.pix2pix.bench.metric.feature;

import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.PerImageStatistics;
import java.util.Collections;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A distance between the features of generated images and those of targets; the two sets need not
 * be pairs. The statistics of an image are its features, then those of its target.
 *
 * @param distance takes both sets, {@code [n, d]} each, and gives the distance of selections of
 *     them: how often each row counts
 */
record FeatureDistance(BiFunction<double[][], double[][], ToDoubleFunction<int[]>> distance)
    implements MetricFunction {

  @Override
  public double[] compute(PerImageStatistics statistics, int[] counts) {
    return over(statistics).compute(counts);
  }

  @Override
  public Selections over(PerImageStatistics statistics) {
    int d = statistics.length() / 2;
    var prepared = distance.apply(part(statistics, 0, d), part(statistics, d, 2 * d));
    return counts -> new double[] {prepared.applyAsDouble(counts)};
  }

  private static double[][] part(PerImageStatistics statistics, int from, int to) {
    return statistics.images().stream()
        .map(image -> image.subArray(from, to))
        .map(ImmutableDoubleArray::toArray)
        .toArray(double[][]::new);
  }

  /** Rows as often as they count. */
  static double[][] rows(double[][] all, int[] counts) {
    return IntStream.range(0, counts.length)
        .boxed()
        .flatMap(i -> Collections.nCopies(counts[i], all[i]).stream())
        .toArray(double[][]::new);
  }

  @Override
  public boolean describesSingleImages() {
    return false;
  }

  @Override
  public int resamples() {
    return 100;
  }
}
