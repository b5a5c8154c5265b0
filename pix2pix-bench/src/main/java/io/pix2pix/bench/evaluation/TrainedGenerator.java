package io.pix2pix.bench.evaluation;

import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.translation.Translator;

/**
 * The generator of a run, as it is measured.
 *
 * @param run that trained it
 * @param weights the trained or the averaged ones
 * @param statistics what batch normalization uses
 * @param noise enable dropout at inference
 * @param precision of convolutions
 * @param seed of the noise
 */
public record TrainedGenerator(
    TrainedRun run,
    WeightSelection weights,
    Statistics statistics,
    boolean noise,
    Precision precision,
    long seed) {
  private static final long SEED = 1;

  /**
   * Behaves as in training (the paper, section 3.4): batch statistics, dropout on; with the weights
   * that are best shown.
   */
  public static TrainedGenerator asInTraining(TrainedRun run) {
    return new TrainedGenerator(
        run, run.weights(), Statistics.BATCH, true, Precision.FLOAT32, SEED);
  }

  /** The same with convolutions in other numbers. */
  public TrainedGenerator in(Precision other) {
    return new TrainedGenerator(run, weights, statistics, noise, other, seed);
  }

  /** Translates with it; the caller closes it. */
  public Translator translator() {
    return run.translator(weights, phase(), precision, seed);
  }

  /** How its layers behave. */
  public Phase phase() {
    return Phase.translation(statistics, noise);
  }

  /**
   * What is stored with the values of an evaluation.
   *
   * @param split as reports call it
   * @param images in the split
   */
  EvaluationKey key(String split, int images) {
    return new EvaluationKey(
        split, run.checkpoint().step(), weights, statistics, EvaluationKey.Noise.of(noise), images);
  }

  /** Which weights are used, and how, in words. */
  public String words() {
    var numbers = precision == Precision.FLOAT32 ? "" : ", " + EvaluationKey.word(precision);
    return "step %d, weights %s, statistics %s, noise %s, seed %d%s"
        .formatted(
            run.checkpoint().step(),
            EvaluationKey.word(weights),
            EvaluationKey.word(statistics),
            EvaluationKey.word(EvaluationKey.Noise.of(noise)),
            seed,
            numbers);
  }
}
