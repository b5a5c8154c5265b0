package io.pix2pix.cli.option;

import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.bench.evaluation.TrainedGenerator;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.translation.Translator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a trained generator behaves. The defaults are the paper's: as in training (section 3.4). */
public final class GeneratorOptions {
  @Option(
      names = "--checkpoint",
      paramLabel = "newest|best",
      defaultValue = "newest",
      description =
          "the newest, or the one that did best on validation pairs, where the run keeps it"
              + " (default: ${DEFAULT-VALUE})")
  private Kept checkpoint = Kept.NEWEST;

  @Mixin private WeightsOption weights = new WeightsOption();

  @Option(
      names = "--statistics",
      paramLabel = "batch|running",
      defaultValue = "batch",
      description =
          "what batch normalization uses: each image's own statistics, or the running averages of"
              + " the training (default: ${DEFAULT-VALUE})")
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

  /** The run with the checkpoint that was asked for. */
  public TrainedRun of(TrainedRun run) {
    return checkpoint == Kept.BEST ? run.best() : run;
  }

  /**
   * The run's generator as it was asked for.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the run does not keep the weights
   */
  public TrainedGenerator generator(TrainedRun run) {
    return new TrainedGenerator(
        run, weights.chosen(run), statistics, noise == Switch.ON, Precision.FLOAT32, seed);
  }

  /** The run's generator, which the caller closes. */
  public Translator translator(TrainedRun run) {
    return generator(run).translator();
  }

  /** A checkpoint. */
  enum Kept {
    NEWEST,
    BEST
  }

  /** On or off. */
  enum Switch {
    ON,
    OFF
  }
}
