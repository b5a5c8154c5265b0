package io.pix2pix.bench.metric;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.api.plugin.Setting;
import java.util.stream.IntStream;

/**
 * How much images of one condition differ under other noise: the mean of {@code |G(x, z) - G(x,
 * z')|} over all pixels, channels and pairs of draws, on the scale of {@code [0, 1]}; the mean over
 * conditions. The paper finds "only minor stochasticity" (section 2.1): this is the number to it.
 *
 * @param draws images of each condition
 */
public record Diversity(
    @Setting(value = "4", min = 2, max = 100, meaning = "images of each condition") int draws)
    implements Metric {
  private static final MetricName DIVERSITY =
      new MetricName("diversity", "of 0 to 1", Direction.HIGHER);

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    return StatisticsOfImages.of(DIVERSITY, this::meanDifference);
  }

  @Override
  public MetricFunction function() {
    return PerImageStatistics::mean;
  }

  private double meanDifference(EvaluatedImage image) {
    var images = IntStream.range(0, draws).mapToObj(image.draws()::draw).toArray(Image[]::new);
    double sum = 0;
    for (int i = 0; i < draws; i++) {
      for (int j = 0; j < i; j++) {
        sum += Differences.mean(images[i], images[j], Math::abs);
      }
    }
    return sum / (draws * (draws - 1) / 2.0);
  }
}
