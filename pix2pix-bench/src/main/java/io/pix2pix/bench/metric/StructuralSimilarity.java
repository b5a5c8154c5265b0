package io.pix2pix.bench.metric;

import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;

/**
 * SSIM (Wang et al. 2004) of each channel, with the constants of {@link Similarity}; the mean over
 * channels, then over images.
 */
public record StructuralSimilarity() implements Metric {
  private static final Quantity SSIM = new Quantity("ssim", "of -1 to 1", Better.HIGHER);

  @Override
  public Gauge open(Surroundings surroundings) {
    SmallImages.refuse(surroundings.measured(), Similarity.WINDOW, "ssim");
    return MeanOfImages.of(SSIM, StructuralSimilarity::similarity);
  }

  private static double similarity(Specimen image) {
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
