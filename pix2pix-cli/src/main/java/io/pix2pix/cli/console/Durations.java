package io.pix2pix.cli.console;

import java.time.Duration;
import java.util.Locale;

/** Times as people say them. */
public final class Durations {
  private static final int SECONDS = 60;
  private static final int HOURS_OF_DAYS = 48;

  private Durations() {}

  /** For example {@code 40 s}, {@code 12 min}, {@code 3 h 20 min} or {@code 5.2 days}. */
  public static String words(Duration time) {
    if (time.toSeconds() < 1) {
      return "less than 1 s";
    } else if (time.toSeconds() < 2 * SECONDS) {
      return time.toSeconds() + " s";
    } else if (time.toMinutes() < 2 * SECONDS) {
      return time.toMinutes() + " min";
    } else if (time.toHours() < HOURS_OF_DAYS) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return String.format(Locale.ROOT, "%.1f days", time.toMinutes() / 1440.0);
  }

  /** A short time: for example {@code 3.2 ms}, {@code 64 ms} or {@code 1.3 s}. */
  public static String precise(Duration time) {
    double millis = time.toNanos() / 1e6;
    if (millis < 10) {
      return String.format(Locale.ROOT, "%.1f ms", millis);
    } else if (millis < 1000) {
      return Math.round(millis) + " ms";
    }
    return String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }
}
