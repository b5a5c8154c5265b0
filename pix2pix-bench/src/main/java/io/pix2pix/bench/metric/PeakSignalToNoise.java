package io.pix2pix.bench.metric;

import io.pix2pix.api.Metric;
import io.pix2pix.api.image.Image;

/**
 * PSNR: {@code 10 log10(1 / MSE)} of an image with values on the scale of {@code [0, 1]}; infinite
 * where both images are the same.
 */
public record PeakSignalToNoise() implements Metric {
  @Override
  public double measure(Image generated, Image target) {
    return -10
        * Math.log10(Differences.mean(generated, target, difference -> difference * difference));
  }

  @Override
  public String unit() {
    return "dB";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }
}
