package io.pix2pix.train.game;

/**
 * Where in a training a step is.
 *
 * @param step its number; 0 is the first
 * @param batch the number of its batch; 0 is the first. Noise follows from it: where D takes steps
 *     of its own, there are more batches than steps
 */
public record StepNumbers(long step, long batch) {

  /** A step in a training in which each takes one batch. */
  public static StepNumbers of(long step) {
    return new StepNumbers(step, step);
  }
}
