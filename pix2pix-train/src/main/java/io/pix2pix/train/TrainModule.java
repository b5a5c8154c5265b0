package io.pix2pix.train;

import io.pix2pix.api.Optimizer;
import io.pix2pix.api.plugin.PluginModule;
import io.pix2pix.train.exchange.WeightImport;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.experiment.PluginTable;
import io.pix2pix.train.optimizer.Adam;

/** What training brings to an experiment file, and the services that read, train and open runs. */
public final class TrainModule extends PluginModule {
  @Override
  protected void plugins() {
    plugin(Optimizer.class, "adam", Adam.class);
    bind(ExperimentReader.class);
    bind(ExperimentWriter.class);
    bind(ExperimentComparison.class);
    bind(PluginReader.class);
    bind(PluginTable.class);
    bind(StoredExperiments.class);
    bind(Trainer.class);
    bind(WeightImport.class);
  }
}
