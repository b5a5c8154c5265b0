package io.pix2pix.bench.metric;

import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;

/**
 * PSNR: {@code 10 log10(1 / MSE)} of each image with values on the scale of {@code [0, 1]}, then
 * the mean over images. It would be infinite where both images are the same, and with it the mean
 * of the whole set: an image counts {@value #MOST} dB at most, far beyond what eight bits can tell.
 */
public record PeakSignalToNoiseRatio() implements Metric {
  /** What two equal images count, in dB. */
  public static final double MOST = 100;

  private static final Quantity PSNR = new Quantity("psnr", "dB", Better.HIGHER);

  @Override
  public Gauge open(Surroundings surroundings) {
    return MeanOfImages.of(PSNR, PeakSignalToNoiseRatio::decibels);
  }

  private static double decibels(Specimen image) {
    double error = Differences.mean(image.generated(), image.target(), d -> d * d);
    return Math.min(MOST, -10 * Math.log10(error));
  }
}
