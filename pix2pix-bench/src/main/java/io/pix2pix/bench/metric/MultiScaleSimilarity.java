package io.pix2pix.bench.metric;

import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;

/**
 * MS-SSIM (Wang, Simoncelli and Bovik, Multiscale Structural Similarity for Image Quality
 * Assessment, 2003): contrast and structure at five scales, each half of the one before (means of
 * 2x2), and all of SSIM at the last, as a product of powers of 0.0448, 0.2856, 0.3001, 0.2363 and
 * 0.1333; negative factors count 0. The mean over channels, then over images.
 *
 * <p>The window of 11x11 pixels must fit at every scale, so five scales want 176 pixels. Smaller
 * images have fewer scales, and the powers of these are enlarged so that they sum to 1 again: such
 * values are comparable among images of one size only.
 */
public record MultiScaleSimilarity() implements Metric {
  private static final MetricName MS_SSIM =
      new MetricName("ms-ssim", "of 0 to 1", Direction.HIGHER);
  private static final ImmutableDoubleArray POWERS =
      ImmutableDoubleArray.of(0.0448, 0.2856, 0.3001, 0.2363, 0.1333);

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    SmallImages.refuse(context.measured(), Similarity.WINDOW, "ms-ssim");
    return StatisticsOfImages.of(MS_SSIM, MultiScaleSimilarity::similarity);
  }

  @Override
  public MetricFunction function() {
    return PerImageStatistics::mean;
  }

  private static double similarity(EvaluatedImage image) {
    Differences.requireSameShape(image.generated(), image.target());
    double sum = 0;
    for (int channel = 0; channel < image.target().channels(); channel++) {
      sum += similarity(Plane.of(image.generated(), channel), Plane.of(image.target(), channel));
    }
    return sum / image.target().channels();
  }

  private static double similarity(Plane x, Plane y) {
    int scales = scales(Math.min(x.height(), x.width()));
    double sum = POWERS.subArray(0, scales).stream().sum();
    double product = 1;
    for (int scale = 0; scale < scales; scale++) {
      var similarity = Similarity.of(x, y);
      double factor = scale == scales - 1 ? similarity.whole() : similarity.contrastAndStructure();
      product *= Math.pow(Math.max(0, factor), POWERS.get(scale) / sum);
      x = x.halved();
      y = y.halved();
    }
    return product;
  }

  /** How many scales the window fits into. */
  static int scales(int edge) {
    int scales = 1;
    while (scales < POWERS.length() && edge >> scales >= Similarity.WINDOW) {
      scales++;
    }
    return scales;
  }
}
