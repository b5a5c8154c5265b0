package io.pix2pix.train.workers;

import java.time.Duration;

/**
 * How long workers wait for each other.
 *
 * @param join for all to be there, at the start
 * @param step for all to come to a sum; longer than any step, checkpoint and validation takes
 */
public record Patience(Duration join, Duration step) {
  private static final String JOIN = "pix2pix.workers.joinSeconds";
  private static final String STEP = "pix2pix.workers.stepSeconds";

  /** As system properties say, else five minutes and half an hour. */
  public static Patience ofProcess() {
    return new Patience(
        Duration.ofSeconds(Long.getLong(JOIN, 300)), Duration.ofSeconds(Long.getLong(STEP, 1800)));
  }
}
