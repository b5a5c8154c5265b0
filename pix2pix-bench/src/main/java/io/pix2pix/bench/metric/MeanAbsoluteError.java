package io.pix2pix.bench.metric;

import io.pix2pix.api.Metric;
import io.pix2pix.api.image.Image;

/**
 * L1: the mean of {@code |G(x) - y|} over all pixels and channels, with values on the scale of
 * {@code [0, 1]}.
 */
public record MeanAbsoluteError() implements Metric {
  @Override
  public double measure(Image generated, Image target) {
    return Differences.mean(generated, target, Math::abs);
  }

  @Override
  public String unit() {
    return "of 0 to 1";
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }
}
