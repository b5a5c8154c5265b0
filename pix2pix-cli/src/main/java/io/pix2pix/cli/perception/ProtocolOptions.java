package io.pix2pix.cli.perception;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.perception.Protocol;
import picocli.CommandLine.Option;

/** What a participant is shown. The defaults are the paper's (section 4.1). */
final class ProtocolOptions {
  @Option(
      names = "--practice",
      paramLabel = "N",
      defaultValue = "10",
      description = "trials with feedback, which do not count (default: ${DEFAULT-VALUE})")
  private int practice = 10;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "40",
      description = "trials that count, without feedback (default: ${DEFAULT-VALUE})")
  private int trials = 40;

  @Option(
      names = "--inputs",
      paramLabel = "different|same",
      defaultValue = "different",
      description =
          "whether both images of a trial belong to one condition: different, as the paper showed maps"
              + " and aerial photos, or the same, as it showed colorized photos (default:"
              + " ${DEFAULT-VALUE})")
  private Protocol.Inputs inputs = Protocol.Inputs.DIFFERENT;

  @Option(
      names = "--repeat",
      description = "show images several times where there are too few for all trials")
  private boolean repeat;

  @Option(
      names = "--order",
      paramLabel = "N",
      defaultValue = "1",
      description = "seed of what is shown when, and where (default: ${DEFAULT-VALUE})")
  private long order = 1;

  /**
   * The protocol.
   *
   * @throws InvalidInputException if a number is too small
   */
  Protocol protocol() {
    atLeast(1, trials, "--trials");
    atLeast(0, practice, "--practice");
    return new Protocol(practice, trials, inputs, repeat, order);
  }

  private static void atLeast(int smallest, int value, String option) {
    if (value < smallest) {
      throw new InvalidInputException(
          "%s: must be at least %d, not %d".formatted(option, smallest, value));
    }
  }
}
