package io.pix2pix.cli.option;

import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.translation.TrainedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the generator's weights a command takes. */
public final class WeightsOption {
  @Option(
      names = "--weights",
      paramLabel = "trained|averaged",
      description =
          "those of the last step, or their moving average (default: averaged where the run keeps them)")
  private @Nullable WeightSelection weights;

  /**
   * The weights that are wanted.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the run does not keep them
   */
  public WeightSelection chosen(TrainedRun run) {
    return weights == null ? run.weights() : run.checked(weights);
  }
}
