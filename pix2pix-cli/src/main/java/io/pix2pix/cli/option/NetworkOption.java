package io.pix2pix.cli.option;

import io.pix2pix.train.translation.TrainedRun;
import picocli.CommandLine.Option;

/** Which generator of a run a command takes. */
public final class NetworkOption {
  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = "generator",
      description =
          "the generator, or a further one that the experiment names under networks.generators"
              + " (default: ${DEFAULT-VALUE})")
  private String name = "generator";

  /**
   * The run with the generator that was asked for.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if it has none of that name
   */
  public TrainedRun of(TrainedRun run) {
    return run.withNetwork(name);
  }
}
