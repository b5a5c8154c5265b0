package io.pix2pix.server.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of all bodies that are in memory at one moment.
 *
 * <p>Safe for use by several threads.
 */
final class BodyBudget {
  private final long most;
  private final AtomicLong taken = new AtomicLong();

  BodyBudget(long most) {
    this.most = most;
  }

  /**
   * Before a body is read.
   *
   * @throws ProblemException if there is no room now
   */
  void take(int bytes) {
    if (taken.addAndGet(bytes) > most) {
      giveBack(bytes);
      throw new ProblemException(503, "there are too many large requests at this moment")
          .with("Retry-After", "1");
    }
  }

  /** When its request was answered. */
  void giveBack(int bytes) {
    taken.addAndGet(-bytes);
  }
}
