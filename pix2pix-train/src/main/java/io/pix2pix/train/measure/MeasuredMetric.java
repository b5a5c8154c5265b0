package io.pix2pix.train.measure;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricName;
import java.util.Arrays;
import java.util.List;

/**
 * The evidence that one accumulator has of the images of a set.
 *
 * @param accumulator that looked at them, still open
 * @param evidence of each image, in their order
 */
public record MeasuredMetric(MetricAccumulator accumulator, ImmutableList<ImmutableDoubleArray> evidence) {
  private static final long SEED = 1;

  /** The figures of all images, without their intervals: these take time. */
  public double[] values() {
    return accumulator.figures(evidence);
  }

  /** The figures of all images, with their intervals. */
  public ImmutableList<MetricValue> figures() {
    var values = values();
    var intervals =
        new Bootstrap(accumulator.resamples(), SEED)
            .intervals(evidence.size(), positions -> accumulator.figures(at(positions)));
    var figures = ImmutableList.<MetricValue>builder();
    for (int i = 0; i < values.length; i++) {
      figures.add(new MetricValue(names().get(i), values[i], intervals.get(i)));
    }
    return figures.build();
  }

  /** What the figures are of. */
  public ImmutableList<MetricName> names() {
    return accumulator.names();
  }

  /** The figures of each image alone, in their order; none where these say nothing. */
  public ImmutableList<double[]> ofEach() {
    return accumulator.judgesSingleImages()
        ? evidence.stream()
            .map(one -> accumulator.figures(ImmutableList.of(one)))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  private List<ImmutableDoubleArray> at(int[] positions) {
    return Arrays.stream(positions).mapToObj(evidence::get).toList();
  }
}
