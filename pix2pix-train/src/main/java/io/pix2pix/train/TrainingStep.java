package io.pix2pix.train;

import io.pix2pix.api.data.Batches;
import io.pix2pix.train.game.TrainingGraph;

/**
 * A whole step of a training: those of D alone, if it has any, and then one of everyone, each on a
 * batch of its own.
 *
 * @param discriminatorSteps steps of D in a whole step
 */
record TrainingStep(
    int discriminatorSteps, TrainingGraph graph, Batches batches, LearningRate rate) {

  /**
   * @param step its number, 0 for the first
   * @return the losses of the step of everyone
   * @throws InterruptedException if the thread is interrupted while it waits for a batch
   */
  float[] take(long step) throws InterruptedException {
    double factor = rate.factor(step);
    for (int before = 0; before < discriminatorSteps - 1; before++) {
      try (var batch = batches.next()) {
        graph.stepOfDiscriminator(batch, step, before, factor);
      }
    }
    try (var batch = batches.next()) {
      float[] losses = graph.step(batch, step, factor);
      rate.hear(losses);
      return losses;
    }
  }
}
