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
      "Begin with:  pix2pix data show EXPERIMENT.yaml --data DIR",
    },
    subcommands = {
      ShowCommand.class,
    })
public final class DataCommand {}
