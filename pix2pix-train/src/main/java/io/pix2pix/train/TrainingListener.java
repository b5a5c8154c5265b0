package io.pix2pix.train;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.train.game.MemoryEstimate;
import io.pix2pix.train.run.RunFolder;

/**
 * Is told how a training goes. Every method does nothing by default. Its methods are called by the
 * thread that trains.
 */
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /**
   * The networks are built, and nothing is written yet.
   *
   * @param memory that the training is expected to take
   */
  default void built(MemoryEstimate memory) {}

  /**
   * Everything was checked and the first step comes next.
   *
   * @param done steps that were done before, 0 in a new run
   * @param steps to be done in all
   * @param columns what the losses of {@link #stepped} are called
   * @param images pairs that a step sees
   */
  default void started(
      RunFolder run, long done, long steps, ImmutableList<String> columns, int images) {}

  /**
   * A step is done.
   *
   * @param step 1 for the first
   * @param losses one for each column
   */
  default void stepped(long step, float[] losses) {}

  /** Where work that takes long before the first step, or between two of them, is told. */
  default ProgressListener work() {
    return ProgressListener.NONE;
  }

  /** Whether the training should stop after this step, with a checkpoint. */
  default boolean wantsStop() {
    return false;
  }

  /**
   * The training is over, by itself or because it was asked to stop; everything is written, and the
   * folder of the run is still there.
   *
   * @param step steps done
   */
  default void ended(RunFolder run, long step) {}
}
