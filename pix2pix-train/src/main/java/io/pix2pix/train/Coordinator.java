package io.pix2pix.train;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.Workers;
import io.pix2pix.train.run.Provenance;

/**
 * What the workers of a training have to agree on. Whatever the loop does besides steps passes
 * here: whether to go on, whether losses are finite, and who writes files. One process agrees with
 * itself ({@link #SINGLE}); the chief of several workers asks the others.
 */
interface Coordinator {
  /** One process trains alone: it decides, and writes every file. */
  Coordinator SINGLE = new Coordinator() {};

  /** Who they are, to the graph that this one builds. */
  default Workers workers() {
    return Workers.ALONE;
  }

  /**
   * Refuses to train with workers that would train something else; nothing is written yet.
   *
   * @param experiment every value spelled out
   * @param data that is trained on
   * @throws InvalidInputException if they differ
   */
  default void meet(String experiment, Provenance.Data data, TrainingSession session) {}

  /** Has all workers go on from what the chief has. */
  default void begin(TrainingSession session) {}

  /**
   * Whether the training stops before its next step.
   *
   * @param asked whether this worker was asked to stop
   */
  default boolean stops(boolean asked) {
    return asked;
  }

  /**
   * Refuses losses that are infinite or not a number, before anything of the step is written.
   *
   * @param step 1 for the first
   * @param columns what the losses are called
   * @param losses one for each column
   * @throws InvalidInputException if one is not finite
   */
  default void requireFinite(long step, ImmutableList<String> columns, float[] losses) {
    for (int i = 0; i < losses.length; i++) {
      if (!Float.isFinite(losses[i])) {
        throw new InvalidInputException(
            String.format(
                "step %d: %s is %s; checkpoints are untouched: lower"
                    + " training.optimizer.learningRate, and train anew",
                step, columns.get(i), losses[i]));
      }
    }
  }

  /** Runs what writes files of the run, in the one process that does. */
  default void write(Runnable files) {
    files.run();
  }

  /** Waits until everything is written: no worker leaves before. */
  default void end() {}
}
