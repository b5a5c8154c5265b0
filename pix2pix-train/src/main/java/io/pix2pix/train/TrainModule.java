package io.pix2pix.train;

import io.pix2pix.api.plugin.PluginModule;
import io.pix2pix.api.training.Clipping;
import io.pix2pix.api.training.ConstantSchedule;
import io.pix2pix.api.training.NoClipping;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.training.Schedule;
import io.pix2pix.train.clipping.NormClipping;
import io.pix2pix.train.clipping.ValueClipping;
import io.pix2pix.train.exchange.SafetensorsLayout;
import io.pix2pix.train.exchange.WeightImport;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.experiment.PluginTable;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.layout.ModelLayout;
import io.pix2pix.train.optimizer.Adam;
import io.pix2pix.train.optimizer.AdamW;
import io.pix2pix.train.optimizer.RootMeanSquare;
import io.pix2pix.train.optimizer.StochasticGradientDescent;
import io.pix2pix.train.savedmodel.SavedModelLayout;
import io.pix2pix.train.schedule.CosineDecay;
import io.pix2pix.train.schedule.LinearDecay;
import io.pix2pix.train.schedule.Plateau;
import io.pix2pix.train.schedule.StepDecay;
import jakarta.inject.Singleton;

/** What training brings to an experiment file, and the services that read, train and open runs. */
public final class TrainModule extends PluginModule {
  @Override
  protected void plugins() {
    plugin(Optimizer.class, "adam", Adam.class);
    plugin(Optimizer.class, "adamw", AdamW.class);
    plugin(Optimizer.class, "rmsprop", RootMeanSquare.class);
    plugin(Optimizer.class, "sgd", StochasticGradientDescent.class);
    plugin(Schedule.class, "constant", ConstantSchedule.class);
    plugin(Schedule.class, "linear-decay", LinearDecay.class);
    plugin(Schedule.class, "step", StepDecay.class);
    plugin(Schedule.class, "cosine", CosineDecay.class);
    plugin(Schedule.class, "plateau", Plateau.class);
    plugin(Clipping.class, "none", NoClipping.class);
    plugin(Clipping.class, "norm", NormClipping.class);
    plugin(Clipping.class, "value", ValueClipping.class);
    plugin(ModelLayout.class, "safetensors", SafetensorsLayout.class);
    plugin(ModelLayout.class, "saved-model", SavedModelLayout.class);
    bind(ExperimentReader.class);
    bind(ExperimentWriter.class);
    bind(ExperimentComparison.class);
    bind(PluginReader.class);
    bind(PluginTable.class);
    bind(StoredExperiments.class).in(Singleton.class); // it remembers what it has told
    bind(Trainer.class);
    bind(ClusterTrainer.class);
    bind(WeightImport.class);
  }
}
