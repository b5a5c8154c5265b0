package io.pix2pix.bench.report.result;

import io.pix2pix.bench.report.result.ResultTable.Entry;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/**
 * Numbers of one column, all with as many digits after the point: about three that say something.
 *
 * @param count of digits after the point
 */
public record Digits(int count) {

  /** The digits that a column wants. */
  public static Digits of(double[] column) {
    double greatest = Arrays.stream(column).filter(Double::isFinite).map(Math::abs).max().orElse(1);
    int before = greatest > 0 ? (int) Math.floor(Math.log10(greatest)) + 1 : 1;
    return new Digits(Math.max(0, Math.min(6, 3 - before)));
  }

  /** The digits of numbers that were printed elsewhere: as many as the longest of them has. */
  public static Digits printed(double[] column) {
    return new Digits(
        Arrays.stream(column)
            .mapToInt(
                number -> Math.max(0, BigDecimal.valueOf(number).stripTrailingZeros().scale()))
            .max()
            .orElse(0));
  }

  /** A number; a dash where there is none. */
  public String text(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + count + "f", value) : "–";
  }

  /**
   * A value as people read it.
   *
   * @param number for example {@code 0.512}
   * @param deviation for example {@code ± 0.010}; empty with one seed
   * @param interval for example {@code [0.49, 0.53]}; empty where it is not known
   */
  public record ValueWords(String number, String deviation, String interval) {

    public static ValueWords of(Entry entry, Digits digits) {
      var interval = entry.interval();
      return new ValueWords(
          digits.text(entry.mean()),
          Double.isFinite(entry.deviation()) ? " ± " + digits.text(entry.deviation()) : "",
          Double.isFinite(interval.low())
              ? " [%s, %s]".formatted(digits.text(interval.low()), digits.text(interval.high()))
              : "");
    }
  }
}
