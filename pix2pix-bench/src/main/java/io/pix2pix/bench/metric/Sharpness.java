package io.pix2pix.bench.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;

/**
 * Sharpness: the variance of the Laplacian (Pech-Pacheco et al., Diatom Autofocusing in Brightfield
 * Microscopy, 2000). The image is made gray ({@code 0.299 R + 0.587 G + 0.114 B}) on the scale of 0
 * to 255, each pixel that has four neighbors is replaced by their sum less four times itself, and
 * the variance of these is taken; the mean over images. The value of the targets stands beside it:
 * a blurred image has less than that, a noisy one more.
 */
public record Sharpness() implements Metric {
  private static final String UNIT = "variance of the Laplacian";
  private static final MetricName GENERATED = new MetricName("sharpness", UNIT, Direction.NEITHER);
  private static final MetricName REAL = new MetricName("sharpness.real", UNIT, Direction.NEITHER);

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    SmallImages.refuse(context.measured(), 3, "sharpness");
    return new StatisticsOfImages(
        ImmutableList.of(GENERATED, REAL),
        image -> new double[] {variance(image.generated()), variance(image.target())});
  }

  @Override
  public MetricFunction function() {
    return new Means();
  }

  private record Means() implements MetricFunction {
    @Override
    public double[] compute(PerImageStatistics statistics, int[] counts) {
      return statistics.mean(counts);
    }

    @Override
    public ImmutableMap<String, String> groundTruth() {
      return ImmutableMap.of(REAL.name(), GENERATED.name());
    }
  }

  private static double variance(Image image) {
    int height = image.height() - 2;
    int width = image.width() - 2;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < height * width; i++) {
      double value = laplacian(image, i / width + 1, i % width + 1);
      sum += value;
      squares += value * value;
    }
    double mean = sum / (height * width);
    return squares / (height * width) - mean * mean;
  }

  private static double laplacian(Image image, int y, int x) {
    return gray(image, y - 1, x)
        + gray(image, y + 1, x)
        + gray(image, y, x - 1)
        + gray(image, y, x + 1)
        - 4 * gray(image, y, x);
  }

  private static double gray(Image image, int y, int x) {
    int last = image.channels() - 1;
    double mixed =
        0.299 * image.at(y, x, 0) + 0.587 * image.at(y, x, last / 2) + 0.114 * image.at(y, x, last);
    return (mixed + 1) * 127.5;
  }
}
