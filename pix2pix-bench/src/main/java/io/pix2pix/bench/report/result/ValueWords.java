package io.pix2pix.bench.report.result;

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
