package io.pix2pix.parquet;

import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.plugin.PluginModule;

/** What this jar adds to experiment files. */
public final class ParquetModule extends PluginModule {

  @Override
  protected void plugins() {
    plugin(Dataset.class, "parquet", Parquet.class);
  }
}
