package io.pix2pix.spark;

import io.pix2pix.api.plugin.PluginModule;
import io.pix2pix.bench.study.execution.Executor;
import io.pix2pix.train.batch.BatchExecutor;

/** What this jar adds to the places where work is done. */
public final class SparkModule extends PluginModule {

  @Override
  protected void plugins() {
    plugin(Executor.class, "spark", SparkStudies.class);
    plugin(BatchExecutor.class, "spark", SparkTranslation.class);
  }
}
