package io.pix2pix.data.download;

import java.time.Duration;

/**
 * How long a download waits, and how often it tries.
 *
 * @param patience for which nothing may come before the connection counts as broken
 * @param pause before the second try; it doubles from try to try
 * @param tries one after the other that bring nothing
 */
public record Persistence(Duration patience, Duration pause, int tries) {
  /** A minute, one second, and five tries. */
  public static final Persistence USUAL =
      new Persistence(Duration.ofMinutes(1), Duration.ofSeconds(1), 5);
}
