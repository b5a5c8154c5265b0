package io.pix2pix.bench.metric;

import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;

/**
 * SSIM (Wang et al. 2004) of each channel, with the constants of {@link Similarity}; the mean over
 * channels, then over images.
 */
public record StructuralSimilarity() implements Metric {
  private static final MetricName SSIM = new MetricName("ssim", "of -1 to 1", Direction.HIGHER);

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    SmallImages.refuse(context.measured(), Similarity.WINDOW, "ssim");
    return StatisticsOfImages.of(SSIM, StructuralSimilarity::similarity);
  }

  @Override
  public MetricFunction function() {
    return PerImageStatistics::mean;
  }

  private static double similarity(EvaluatedImage image) {
    Differences.requireSameShape(image.generated(), image.target());
    double sum = 0;
    for (int channel = 0; channel < image.target().channels(); channel++) {
      sum +=
          Similarity.of(Plane.of(image.generated(), channel), Plane.of(image.target(), channel))
              .whole();
    }
    return sum / image.target().channels();
  }
}
