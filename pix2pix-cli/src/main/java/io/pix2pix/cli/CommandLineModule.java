package io.pix2pix.cli;

import com.google.inject.AbstractModule;

/** The commands. */
final class CommandLineModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(TrainCommand.class);
    bind(TranslateCommand.class);
    bind(EvaluateCommand.class);
    bind(StudyCommand.class);
    bind(ReportCommand.class);
    bind(StudyCellCommand.class);
    bind(PerceiveCommand.class);
    bind(ImportCommand.class);
    bind(ExportCommand.class);
    bind(ListCommand.class);
    bind(DescribeCommand.class);
    bind(DemoCommand.class);
    bind(IllustrateCommand.class);
    bind(WatchedTraining.class);
    bind(Runs.class);
    bind(ListedNetworks.class);
  }
}
