package io.pix2pix.train.measure;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import java.util.stream.IntStream;

/**
 * What one metric found of the images of a set.
 *
 * @param metric with its settings
 * @param names of its values
 * @param statistics of each image, in their order
 */
public record MeasuredMetric(
    Metric metric, ImmutableList<MetricName> names, PerImageStatistics statistics) {
  private static final long SEED = 1;

  /** The values of all images, without their intervals: these take time. */
  public double[] values() {
    return function().compute(statistics, statistics.everyImage());
  }

  /** The values of all images, with their intervals. */
  public ImmutableList<MetricValue> valuesWithIntervals() {
    var values = values();
    var selections = function().over(statistics);
    var intervals =
        new Bootstrap(function().resamples(), SEED)
            .intervals(
                statistics.size(),
                positions -> selections.compute(Bootstrap.counts(statistics.size(), positions)));
    return IntStream.range(0, values.length)
        .mapToObj(i -> new MetricValue(names.get(i), values[i], intervals.get(i)))
        .collect(ImmutableList.toImmutableList());
  }

  /** The values of each image alone, in their order; none where these say nothing. */
  public ImmutableList<double[]> ofEach() {
    return function().describesSingleImages()
        ? IntStream.range(0, statistics.size())
            .mapToObj(image -> function().compute(statistics, statistics.only(image)))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  private MetricFunction function() {
    return metric.function();
  }
}
