package io.pix2pix.bench;

import io.pix2pix.api.Metric;
import io.pix2pix.api.plugin.PluginModule;
import io.pix2pix.bench.evaluation.Evaluation;
import io.pix2pix.bench.metric.MeanAbsoluteError;
import io.pix2pix.bench.metric.PeakSignalToNoise;

/** The metrics that runs are measured by. */
public final class BenchModule extends PluginModule {
  @Override
  protected void plugins() {
    plugin(Metric.class, "l1", MeanAbsoluteError.class);
    plugin(Metric.class, "psnr", PeakSignalToNoise.class);
    bind(Evaluation.class);
  }
}
