package io.pix2pix.bench.data;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.data.check.SideReport;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One side of a split, in words.
 *
 * @param side conditions or targets
 */
record SideView(
    String side, String sizes, String formats, String channels, String depths, String range) {
  private static final int NAMED = 4;

  static SideView of(String side, SideReport report) {
    return new SideView(
        side,
        counts(report.sizes()),
        report.formats().isEmpty() ? "–" : counts(report.formats()),
        counts(report.channels()),
        report.depths().isEmpty() ? "as read" : counts(report.depths()),
        report.sizes().isEmpty()
            ? "–"
            : number(report.least()) + " to " + number(report.greatest()));
  }

  /** For example {@code 256x256}, or {@code 256x256 (12), 64x64 (3)} where there are several. */
  static String counts(ImmutableMap<String, Integer> counts) {
    if (counts.size() < 2) {
      return String.join("", counts.keySet());
    }
    return counts.entrySet().stream()
        .limit(NAMED)
        .map(count -> count.getKey() + " (" + count.getValue() + ")")
        .collect(
            Collectors.joining(
                ", ",
                "",
                counts.size() > NAMED ? " and %d others".formatted(counts.size() - NAMED) : ""));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
