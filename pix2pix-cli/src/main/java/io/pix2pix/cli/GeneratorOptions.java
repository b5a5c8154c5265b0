package io.pix2pix.cli;

import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a trained generator behaves. The defaults are the paper's: as in training (section 3.4). */
final class GeneratorOptions {
  @Option(
      names = "--statistics",
      paramLabel = "batch|running",
      defaultValue = "batch",
      description =
          "what batch normalization uses: each image's own statistics, or the running averages of the"
              + " training (default: ${DEFAULT-VALUE})")
  private Statistics statistics = Statistics.BATCH;

  @Option(
      names = "--noise",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "whether dropout drops (default: ${DEFAULT-VALUE})")
  private Switch noise = Switch.ON;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the noise (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  Phase phase() {
    return Phase.translation(statistics, noise == Switch.ON);
  }

  long seed() {
    return seed;
  }

  String statistics() {
    return statistics.name().toLowerCase(Locale.ROOT);
  }

  String noise() {
    return noise.name().toLowerCase(Locale.ROOT);
  }

  /** On or off. */
  enum Switch {
    ON,
    OFF
  }
}
