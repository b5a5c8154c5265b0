package io.pix2pix.bench.report.result;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.train.measure.MetricValue;
import java.util.Optional;

/**
 * What one metric found of one run.
 *
 * @param values of the metric, in its order
 * @param evidence that they follow from, if it was kept
 */
public record StoredMetric(ImmutableList<MetricValue> values, Optional<Evidence> evidence) {
  private static final double ROUNDING = 1e-4;

  /**
   * Statistics that do not give the values are not believed: they are of another evaluation, or of
   * a metric with other settings.
   *
   * @param function of the metric, where it is known
   * @param statistics of the images, where they were kept
   */
  static StoredMetric of(
      ImmutableList<MetricValue> values,
      Optional<MetricFunction> function,
      Optional<PerImageStatistics> statistics) {
    return new StoredMetric(
        values,
        function
            .flatMap(how -> statistics.map(found -> new Evidence(how, found)))
            .filter(evidence -> evidence.gives(values)));
  }

  /**
   * The statistics of images, and how values follow from them.
   *
   * @param function of the metric
   * @param statistics of every image
   */
  public record Evidence(MetricFunction function, PerImageStatistics statistics) {

    private boolean gives(ImmutableList<MetricValue> values) {
      double[] found;
      try {
        found = function.compute(statistics, statistics.everyImage());
      } catch (RuntimeException e) {
        return false; // made for other statistics, by another version of a plug-in for example
      }
      boolean same = found.length == values.size();
      for (int i = 0; same && i < found.length; i++) {
        same = isNear(found[i], values.get(i).value());
      }
      return same;
    }

    private static boolean isNear(double found, double stored) {
      return Double.isNaN(stored)
          ? Double.isNaN(found)
          : Math.abs(found - stored) <= ROUNDING * Math.max(1, Math.abs(stored));
    }
  }
}
