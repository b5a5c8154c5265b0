package io.pix2pix.train.experiment;

import java.math.BigDecimal;

/** Writes numbers as people do: {@code 0.0002} rather than {@code 2.0E-4}. */
final class NumberText {
  private NumberText() {}

  /** A text that reads back as the same number. */
  static String of(Number number) {
    return number instanceof Double value && readsWellInFull(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : number.toString();
  }

  private static boolean readsWellInFull(double value) {
    double size = Math.abs(value);
    return value == 0 || (size >= 1e-6 && size < 1e15);
  }
}
