package io.pix2pix.bench.speed.roofline;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobSettings;
import io.pix2pix.bench.speed.job.Jobs;
import io.pix2pix.bench.speed.roofline.Roofline.LayerSpeed;
import jakarta.inject.Inject;

/** Measures the machine and the layers of the paper's networks, at 256x256 and batch 1. */
public final class RooflineMeasurement {
  private static final int SIZE = 256;
  private static final int FILTERS = 64;

  private final Jobs jobs;

  @Inject
  RooflineMeasurement(Jobs jobs) {
    this.jobs = jobs;
  }

  /** Takes about half a minute. */
  public Roofline run() {
    var experiment = jobs.experiment(JobSettings.of(JobKind.FORWARD, 1, SIZE, FILTERS));
    try (var generator = IsolatedLayers.ofGenerator(experiment, SIZE);
        var discriminator = IsolatedLayers.ofDiscriminator(experiment, SIZE)) {
      var layers =
          ImmutableList.<LayerSpeed>builder()
              .addAll(generator.speeds())
              .addAll(discriminator.speeds());
      return new Roofline(MachinePeak.arithmetic(), MachinePeak.bandwidth(), layers.build());
    }
  }
}
