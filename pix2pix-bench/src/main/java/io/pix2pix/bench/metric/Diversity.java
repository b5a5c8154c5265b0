package io.pix2pix.bench.metric;

import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;
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
  private static final Quantity DIVERSITY = new Quantity("diversity", "of 0 to 1", Better.HIGHER);

  @Override
  public Gauge open(Surroundings surroundings) {
    return MeanOfImages.of(DIVERSITY, this::meanDifference);
  }

  private double meanDifference(Specimen specimen) {
    var images = IntStream.range(0, draws).mapToObj(specimen.draws()::draw).toArray(Image[]::new);
    double sum = 0;
    for (int i = 0; i < draws; i++) {
      for (int j = 0; j < i; j++) {
        sum += Differences.mean(images[i], images[j], Math::abs);
      }
    }
    return sum / (draws * (draws - 1) / 2.0);
  }
}
