package io.pix2pix.train;

import io.pix2pix.api.training.Training;

/** The learning rate in the course of a training, as its schedule says. */
final class LearningRate {
  private final Training training;
  private final Steps steps;
  private final EpochMeans means;
  private int epoch = -1;
  private double factor;

  /**
   * @param means of the epochs that are over
   */
  LearningRate(Training training, Steps steps, EpochMeans means) {
    this.training = training;
    this.steps = steps;
    this.means = means;
  }

  /**
   * What the optimizer's learning rate is multiplied by in a step.
   *
   * @param step 0 for the first; no step comes before an earlier one
   */
  double factor(long step) {
    int now = steps.epochOf(step);
    if (now != epoch) {
      means.enter(now);
      factor = training.schedule().factor(now, training.epochs(), means);
      epoch = now;
    }
    return factor;
  }

  /** Hears how a step went, which schedules can look back at in later epochs. */
  void hear(float[] losses) {
    var values = new double[losses.length];
    for (int column = 0; column < losses.length; column++) {
      values[column] = losses[column];
    }
    means.add(values);
  }
}
