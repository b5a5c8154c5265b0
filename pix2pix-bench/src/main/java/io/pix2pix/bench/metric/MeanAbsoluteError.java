package io.pix2pix.bench.metric;

import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;

/**
 * L1: the mean of {@code |G(x) - y|} over all pixels and channels, with values on the scale of
 * {@code [0, 1]}: half of what it is on that of {@code [-1, 1]}.
 */
public record MeanAbsoluteError() implements Metric {
  private static final MetricName L1 = new MetricName("l1", "of 0 to 1", Direction.LOWER);

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    return StatisticsOfImages.of(L1, image -> Differences.mean(image, Math::abs));
  }

  @Override
  public MetricFunction function() {
    return PerImageStatistics::mean;
  }
}
