package io.pix2pix.studio;

import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.translation.Translator;

/**
 * Which generator of a run translates a drawing.
 *
 * @param step of its checkpoint
 * @param weights the trained or the averaged ones
 * @param statistics what batch normalization uses
 * @param noise whether dropout drops
 */
record GeneratorChoice(long step, WeightSelection weights, Statistics statistics, boolean noise) {
  private static final long SEED = 1;

  /** Opens it; the caller closes it. */
  Translator open(TrainedRun run) {
    var phase = Phase.translation(statistics, noise);
    return run.translator(run.checked(weights), phase, Precision.FLOAT32, SEED);
  }
}
