package io.pix2pix.cli;

import io.pix2pix.cli.data.DataCommand;
import io.pix2pix.cli.evaluation.EvaluateCommand;
import io.pix2pix.cli.illustration.IllustrateCommand;
import io.pix2pix.cli.network.CalibrateCommand;
import io.pix2pix.cli.network.DescribeCommand;
import io.pix2pix.cli.network.ExportCommand;
import io.pix2pix.cli.network.ImportCommand;
import io.pix2pix.cli.perception.PerceiveCommand;
import io.pix2pix.cli.serving.ServeCommand;
import io.pix2pix.cli.serving.ServeLoadCommand;
import io.pix2pix.cli.speed.BenchCommand;
import io.pix2pix.cli.speed.BenchProcessCommand;
import io.pix2pix.cli.speed.EnduranceCommand;
import io.pix2pix.cli.study.StudyCellCommand;
import io.pix2pix.cli.study.StudyCommand;
import io.pix2pix.cli.tracking.TrackCommand;
import io.pix2pix.cli.training.TrainCommand;
import io.pix2pix.cli.translation.TranslateCommand;
import io.pix2pix.cli.translation.TranslateFilesCommand;
import io.pix2pix.graph.GraphModule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands hang from. */
@Command(
    name = "pix2pix",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Image-to-image translation with conditional adversarial networks.%n",
    footer = {
      "",
      "Begin with:  pix2pix demo",
      "Then:        pix2pix train experiments/facades.yaml --data DIR",
      "             pix2pix translate runs/facades photo.png result.png",
      "",
      "Exit code: 0 success, 1 failure, 2 bad usage.",
    },
    subcommands = {
      DemoCommand.class,
      DataCommand.class,
      TrainCommand.class,
      TranslateCommand.class,
      TranslateFilesCommand.class,
      EvaluateCommand.class,
      StudyCommand.class,
      ReportCommand.class,
      TrackCommand.class,
      StudyCellCommand.class,
      PerceiveCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      ListCommand.class,
      DescribeCommand.class,
      CalibrateCommand.class,
      IllustrateCommand.class,
      BenchCommand.class,
      EnduranceCommand.class,
      ServeLoadCommand.class,
      BenchProcessCommand.class,
    })
final class Pix2PixCommand {
  @Option(
      names = "--no-calibrate",
      scope = ScopeType.INHERIT,
      description = "computes all operations as they were built; measures nothing on this machine")
  void leaveGraphsAsTheyWereBuilt(boolean given) {
    if (given) {
      System.setProperty(GraphModule.CALIBRATE, "false");
    }
  }
}
