package io.pix2pix.bench.report.result;

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
}
