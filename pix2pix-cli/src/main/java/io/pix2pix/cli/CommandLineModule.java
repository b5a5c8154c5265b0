package io.pix2pix.cli;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.pix2pix.cli.data.CheckCommand;
import io.pix2pix.cli.data.ShowCommand;
import io.pix2pix.cli.evaluation.EvaluateCommand;
import io.pix2pix.cli.illustration.IllustrateCommand;
import io.pix2pix.cli.network.CalibrateCommand;
import io.pix2pix.cli.network.DescribeCommand;
import io.pix2pix.cli.network.ExportCommand;
import io.pix2pix.cli.network.ImportCommand;
import io.pix2pix.cli.network.Layouts;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.cli.perception.PerceiveCommand;
import io.pix2pix.cli.serving.ServeCommand;
import io.pix2pix.cli.serving.ServeLoadCommand;
import io.pix2pix.cli.speed.BenchProcessCommand;
import io.pix2pix.cli.speed.EnduranceCommand;
import io.pix2pix.cli.study.StudyCellCommand;
import io.pix2pix.cli.study.StudyCommand;
import io.pix2pix.cli.tracking.TrackCommand;
import io.pix2pix.cli.tracking.Trackers;
import io.pix2pix.cli.training.TrainCommand;
import io.pix2pix.cli.training.WatchedTraining;
import io.pix2pix.cli.training.WorkerTraining;
import io.pix2pix.cli.translation.TranslateCommand;
import io.pix2pix.cli.translation.TranslateFilesCommand;
import io.pix2pix.library.AddedCommand;

/** The commands. */
final class CommandLineModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), AddedCommand.class);
    bind(CheckCommand.class);
    bind(TrainCommand.class);
    bind(TranslateCommand.class);
    bind(TranslateFilesCommand.class);
    bind(EvaluateCommand.class);
    bind(StudyCommand.class);
    bind(ReportCommand.class);
    bind(TrackCommand.class);
    bind(Trackers.class);
    bind(StudyCellCommand.class);
    bind(PerceiveCommand.class);
    bind(ServeCommand.class);
    bind(ServeLoadCommand.class);
    bind(BenchProcessCommand.class);
    bind(EnduranceCommand.class);
    bind(ImportCommand.class);
    bind(ExportCommand.class);
    bind(ListCommand.class);
    bind(ShowCommand.class);
    bind(DescribeCommand.class);
    bind(CalibrateCommand.class);
    bind(DemoCommand.class);
    bind(IllustrateCommand.class);
    bind(WatchedTraining.class);
    bind(WorkerTraining.class);
    bind(Layouts.class);
    bind(Runs.class);
    bind(ListedNetworks.class);
  }
}
