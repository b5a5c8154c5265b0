package io.pix2pix.train;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.training.Training;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.run.RunProgress.State;

/**
 * Takes steps until all are done, or someone wants to stop. A measurement comes before the
 * checkpoint of the same step, so that a run that goes on from there has it. Where both are due, a
 * checkpoint comes before a sample picture: it is worth more where the disk is full.
 *
 * @param training says what is written when
 * @param steps to be done in all
 * @param session takes the steps
 * @param batches what steps are taken on
 * @param rate the learning rate in the course of the training
 * @param checkpoints where weights go
 * @param recorder where everything else goes
 * @param validation measures now and then
 * @param listener is told of every step
 * @param coordinator decides with other workers, if there are any
 */
record TrainingLoop(
    Training training,
    long steps,
    TrainingSession session,
    TrainingSession.BatchSource<InterruptedException> batches,
    LearningRate rate,
    Checkpoints checkpoints,
    RunRecorder recorder,
    Validating validation,
    TrainingListener listener,
    Coordinator coordinator) {

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
   * @return steps done now
   * @throws InvalidInputException if a loss is not finite, an image cannot be read or a file not be
   *     written; checkpoints written before are untouched
   * @throws InterruptedException if the thread is interrupted while it waits for a batch
   */
  long run() throws InterruptedException {
    long done = session.steps();
    long step = done;
    try {
      note(State.TRAINING, step);
      coordinator.write(() -> sampleThatIsMissing(done));
      while (step < steps && !coordinator.stops(listener.wantsStop())) {
        step(step);
        step++;
        coordinator.write(this::writeWhatIsDue);
      }
      coordinator.write(() -> end(done));
      coordinator.end();
      return step;
    } catch (InvalidInputException e) {
      noteFailure(step, e);
      throw e;
    }
  }

  private void step(long step) throws InterruptedException {
    double factor = rate.factor(step);
    double learningRate = training.optimizer().learningRate() * factor;
    float[] losses = session.step(batches, factor);
    rate.hear(losses);
    coordinator.requireFinite(step + 1, session.columns(), losses);
    coordinator.write(() -> recorder.step(step + 1, losses, learningRate));
    listener.stepped(step + 1, losses);
  }

  private void writeWhatIsDue() {
    long step = session.steps();
    validation.after(step);
    if (step % training.checkpoints().every() == 0) {
      checkpoint();
    }
    if (step % training.samples().every() == 0) {
      sample();
      recorder.note(State.TRAINING, step);
    }
  }

  /** A run that was stopped after a checkpoint may lack the picture of the same step. */
  private void sampleThatIsMissing(long step) {
    boolean due = step % training.samples().every() == 0 || step == steps;
    if (step > 0 && due && !recorder.hasSample(step)) {
      sample();
    }
  }

  private void end(long done) {
    long step = session.steps();
    if (step > done && step % training.checkpoints().every() != 0) {
      checkpoint();
    }
    if (step > done && step % training.samples().every() != 0) {
      sample();
    }
    recorder.note(step < steps ? State.STOPPED : State.FINISHED, step);
  }

  /** Where the disk is full, this fails too: the user is to hear of what came first. */
  private void noteFailure(long step, InvalidInputException failure) {
    try {
      note(State.STOPPED, step);
    } catch (InvalidInputException e) {
      failure.addSuppressed(e);
    }
  }

  private void note(State state, long step) {
    coordinator.write(() -> recorder.note(state, step));
  }

  private void sample() {
    try (var model = session.snapshot()) {
      recorder.sample(session.steps(), condition -> model.generate(condition, 0));
    }
  }

  /** Losses reach the disk first: a checkpoint without its rows could not be resumed. */
  private void checkpoint() {
    recorder.flush();
    session.save(checkpoints);
  }
}
