package io.pix2pix.bench.speed.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.io.Resources;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batching;
import io.pix2pix.train.experiment.ExperimentReader;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Opens what is timed, and knows the experiment that all of it belongs to. */
public final class Jobs {
  private static final String EXPERIMENT = "speed.yaml";
  private static final int MOST_LEVELS = 8;

  private final ExperimentReader experiments;
  private final Batching batching;

  @Inject
  Jobs(ExperimentReader experiments, Batching batching) {
    this.experiments = experiments;
    this.batching = batching;
  }

  /** Makes everything ready; the caller closes it. */
  public Job open(JobSettings settings) {
    return settings.kind().open(this, settings);
  }

  /** The paper's, for images of the job's size, with its filters. */
  public Experiment experiment(JobSettings settings) {
    return experiments.parse(
        yaml(),
        EXPERIMENT,
        List.of(
            "generator=" + generator(settings),
            "discriminator.filters=" + settings.filters(),
            "training.batchSize=" + settings.batch(),
            "training.precision=" + Ascii.toLowerCase(settings.model().precision().name())));
  }

  /** A U-Net halves images as often as it can, at most as often as the paper's. */
  private static String generator(JobSettings settings) {
    int halvings = Integer.numberOfTrailingZeros(Integer.highestOneBit(settings.size()));
    var levels =
        settings.model().generator().equals("unet")
            ? ", levels: " + Math.min(halvings, MOST_LEVELS)
            : "";
    return "{name: %s, filters: %d, normalization: batch, dropout: 0.5%s}"
        .formatted(settings.model().generator(), settings.filters(), levels);
  }

  Batching batching() {
    return batching;
  }

  private static String yaml() {
    try {
      return Resources.toString(Resources.getResource(Jobs.class, EXPERIMENT), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(EXPERIMENT, e);
    }
  }
}
