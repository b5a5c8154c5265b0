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
 * PSNR: {@code 10 log10(1 / MSE)} of each image with values on the scale of {@code [0, 1]}, then
 * the mean over images. It would be infinite where both images are the same, and with it the mean
 * of the whole set: an image counts {@value #MOST} dB at most, far beyond what eight bits can tell.
 */
public record PeakSignalToNoiseRatio() implements Metric {
  /** What two equal images count, in dB. */
  public static final double MOST = 100;

  private static final MetricName PSNR = new MetricName("psnr", "dB", Direction.HIGHER);

  @Override
  public MetricAccumulator open(EvaluationContext context) {
    return StatisticsOfImages.of(PSNR, PeakSignalToNoiseRatio::decibels);
  }

  @Override
  public MetricFunction function() {
    return PerImageStatistics::mean;
  }

  private static double decibels(EvaluatedImage image) {
    double error = Differences.mean(image, d -> d * d);
    return Math.min(MOST, -10 * Math.log10(error));
  }
}
