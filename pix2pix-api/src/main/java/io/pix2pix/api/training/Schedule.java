package io.pix2pix.api.training;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Role;

/** How the learning rate changes in the course of a training, epoch by epoch. */
@Role(value = "schedule", meaning = "how the learning rate changes, epoch by epoch")
public interface Schedule {

  /**
   * What the learning rate is multiplied by throughout an epoch. It follows from the arguments
   * alone, so that a run that was resumed goes on as if it had never stopped.
   *
   * @param epoch 0 for the first
   * @param epochs of the whole training
   * @param past of the epochs before this one
   * @return at least 0
   */
  double factor(int epoch, int epochs, Past past);

  /**
   * Whether this schedule can follow a training: asked before anything runs.
   *
   * @param columns of {@code losses.csv}, for example {@code generator.l1}
   * @throws IllegalArgumentException if it cannot; the message says what is wrong, and what would
   *     be right
   */
  default void check(ImmutableList<String> columns) {}

  /** The same learning rate throughout. */
  static Schedule constant() {
    return new ConstantSchedule();
  }

  /** What losses were in the epochs before. */
  @FunctionalInterface
  interface Past {
    /**
     * The means of a loss over each epoch that is over, the first epoch first.
     *
     * @param column of {@code losses.csv}
     */
    ImmutableList<Double> means(String column);
  }
}
