package io.pix2pix.bench.speed.job;

/** Something that is done again and again, and timed. Used by one thread at a time. */
public interface Job extends AutoCloseable {

  /**
   * Does it once.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void run() throws InterruptedException;

  @Override
  void close();
}
