package io.pix2pix.cli.data;

import picocli.CommandLine.Command;

/** What the commands for data hang from. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Gets, prepares and checks data sets.%n",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "From pictures to a training:",
      "  pix2pix data edges photos drawings            or have conditions of your own",
      "  pix2pix data combine drawings photos pairs",
      "  pix2pix data split pairs mine",
      "  pix2pix data check mine --page mine.html",
      "  pix2pix data show experiments/base.yaml --data mine",
      "  pix2pix train experiments/base.yaml --data mine --name mine",
      "",
      "The sets of the paper: pix2pix data download facades",
    },
    subcommands = {
      DownloadCommand.class,
      CheckCommand.class,
      ShowCommand.class,
      CombineCommand.class,
      SplitCommand.class,
      ResizeCommand.class,
      EdgesCommand.class,
    })
public final class DataCommand {}
