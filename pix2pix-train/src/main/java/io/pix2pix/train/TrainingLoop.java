package io.pix2pix.train;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.training.Training;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.game.TrainingGraph;
import io.pix2pix.train.run.RunProgress.State;

/**
 * Takes steps until all are done, or someone wants to stop. A measurement comes before the
 * checkpoint of the same step, so that a run that goes on from there has it. Where both are due, a
 * checkpoint comes before a sample picture: it is worth more where the disk is full.
 *
 * @param training says what is written when
 * @param steps to be done in all
 * @param graph holds the weights
 * @param whole takes the steps
 * @param checkpoints where weights go
 * @param recorder where everything else goes
 * @param validation measures now and then
 * @param listener is told of every step
 */
record TrainingLoop(
    Training training,
    long steps,
    TrainingGraph graph,
    TrainingStep whole,
    Checkpoints checkpoints,
    RunRecorder recorder,
    Validating validation,
    TrainingListener listener) {

  /** Is given the chance to measure. */
  @FunctionalInterface
  interface Validating {
    /**
     * A step is done.
     *
     * @param step 1 for the first
     */
    void after(long step);
  }

  /**
   * @param done steps that were done before
   * @return steps done now
   * @throws InvalidInputException if a loss is not finite, an image cannot be read or a file not be
   *     written; checkpoints written before are untouched
   * @throws InterruptedException if the thread is interrupted while it waits for a batch
   */
  long run(long done) throws InterruptedException {
    long step = done;
    try {
      recorder.note(State.TRAINING, step);
      while (step < steps && !listener.wantsStop()) {
        step(step);
        step++;
        validation.after(step);
        if (step % training.checkpointEvery() == 0) {
          checkpoint(step);
        }
        if (step % training.sampleEvery() == 0) {
          sample(step);
          recorder.note(State.TRAINING, step);
        }
      }
      end(done, step);
      return step;
    } catch (InvalidInputException e) {
      noteFailure(step, e);
      throw e;
    }
  }

  /** Where the disk is full, this fails too: the user is to hear of what came first. */
  private void noteFailure(long step, InvalidInputException failure) {
    try {
      recorder.note(State.STOPPED, step);
    } catch (InvalidInputException e) {
      failure.addSuppressed(e);
    }
  }

  private void end(long done, long step) {
    if (step > done && step % training.checkpointEvery() != 0) {
      checkpoint(step);
    }
    if (step > done && step % training.sampleEvery() != 0) {
      sample(step);
    }
    recorder.note(step < steps ? State.STOPPED : State.FINISHED, step);
  }

  private void step(long step) throws InterruptedException {
    float[] losses = whole.take(step);
    for (int i = 0; i < losses.length; i++) {
      if (!Float.isFinite(losses[i])) {
        throw new InvalidInputException(
            String.format(
                "step %d: %s is %s; checkpoints are untouched: lower training.optimizer.learningRate, and"
                    + " train anew",
                step + 1, graph.columns().get(i), losses[i]));
      }
    }
    recorder.step(step + 1, losses);
    listener.stepped(step + 1, losses);
  }

  private void sample(long step) {
    try (var model = graph.snapshot()) {
      recorder.sample(step, condition -> model.generate(condition, 0));
    }
  }

  /** Losses reach the disk first: a checkpoint without its rows could not be resumed. */
  private void checkpoint(long step) {
    recorder.flush();
    checkpoints.write(step, graph.variables(), graph.session());
  }
}
