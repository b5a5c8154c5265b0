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
      "Begin with:  pix2pix data check DIR",
    },
    subcommands = {
      CheckCommand.class,
    })
public final class DataCommand {}
