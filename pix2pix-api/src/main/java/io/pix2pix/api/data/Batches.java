package io.pix2pix.api.data;

/**
 * The batches of a run, without an end, prepared ahead of the step on other threads. To be used by
 * one thread.
 */
public interface Batches extends AutoCloseable {

  /**
   * The next batch, which the caller closes. The batch of a number is the same in every run of the
   * experiment, and after a resume.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if an image could not be read
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Batch next() throws InterruptedException;

  /** Stops the threads. */
  @Override
  void close();
}
