package io.pix2pix.bench.perception;

import io.pix2pix.train.measure.Interval;
import java.util.Locale;

/** Shares as people read them: in percent. */
public final class PerceptionWords {
  private PerceptionWords() {}

  /**
   * A share, for example {@code 18.9}.
   *
   * @param share from 0 to 1, or a difference of such
   */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /**
   * An interval of shares, for example {@code [16.4, 21.4]}; empty where it is not known.
   *
   * @param interval from 0 to 1, or of a difference of such
   */
  public static String percent(Interval interval) {
    return Double.isNaN(interval.low())
        ? ""
        : "[" + percent(interval.low()) + ", " + percent(interval.high()) + "]";
  }
}
