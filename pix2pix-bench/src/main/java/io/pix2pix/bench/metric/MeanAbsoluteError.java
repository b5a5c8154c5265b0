package io.pix2pix.bench.metric;

import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Surroundings;

/**
 * L1: the mean of {@code |G(x) - y|} over all pixels and channels, with values on the scale of
 * {@code [0, 1]}: half of what it is on that of {@code [-1, 1]}.
 */
public record MeanAbsoluteError() implements Metric {
  private static final Quantity L1 = new Quantity("l1", "of 0 to 1", Better.LOWER);

  @Override
  public Gauge open(Surroundings surroundings) {
    return MeanOfImages.of(
        L1, image -> Differences.mean(image.generated(), image.target(), Math::abs));
  }
}
