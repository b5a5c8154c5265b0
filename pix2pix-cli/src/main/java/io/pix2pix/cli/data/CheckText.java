package io.pix2pix.cli.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.data.check.AlignmentSummary;
import io.pix2pix.data.check.ClassShare;
import io.pix2pix.data.check.DataReport;
import io.pix2pix.data.check.SideReport;
import io.pix2pix.data.check.SplitReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a check has found, as lines for a terminal. */
record CheckText(DataReport report) {
  private static final int NAMED = 3;
  private static final int CLASSES = 6;
  private static final int LINES = 20;

  ImmutableList<String> lines() {
    var lines = ImmutableList.<String>builder();
    lines.add(report.where() + ": " + report.layout());
    report.splits().forEach(split -> lines.addAll(lines(split)));
    lines.addAll(list("Would keep a training from working", report.problems()));
    lines.addAll(list("Warnings", report.warnings()));
    lines.addAll(list("Notes", report.notes()));
    lines.add("");
    lines.add(
        report.isUsable()
            ? number(pairs(), "pair") + " can be used."
            : number(report.problems().size(), "problem") + " must be mended first.");
    return lines.build();
  }

  private int pairs() {
    return report.splits().stream()
        .mapToInt(split -> split.shapes().values().stream().mapToInt(count -> count).sum())
        .sum();
  }

  private static ImmutableList<String> lines(SplitReport split) {
    var lines = ImmutableList.<String>builder();
    lines.add("");
    lines.add(
        "%s: %s%s%s"
            .formatted(
                split.name(),
                number(split.pairs(), "pair"),
                split.shapes().isEmpty() ? "" : " of " + counts(split.shapes()),
                split.unusable().isEmpty()
                    ? ""
                    : ", %s cannot be used".formatted(number(split.unusable().size(), "file"))));
    if (!split.shapes().isEmpty()) {
      lines.add("  conditions  " + words(split.condition()));
      lines.add("  targets     " + words(split.target()));
      lines.add("  alignment   " + words(split.alignment()));
    }
    return lines.build();
  }

  private static String words(SideReport side) {
    var formats = side.formats().isEmpty() ? "" : counts(side.formats()) + ", ";
    var depths = side.depths().isEmpty() ? "as read" : counts(side.depths());
    return "%s%s, %s, %s, values %s to %s%s"
        .formatted(
            formats,
            counts(side.sizes()),
            counts(side.channels()),
            depths,
            number(side.least()),
            number(side.greatest()),
            side.classes().isEmpty() ? "" : "; " + classes(side.classes()));
  }

  private static String classes(ImmutableList<ClassShare> classes) {
    long present = classes.stream().filter(one -> one.pictures() > 0).count();
    return classes.stream()
        .sorted(Comparator.comparingDouble(one -> -one.share()))
        .limit(CLASSES)
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "%s %.1f %%",
                    one.name().isEmpty() ? Integer.toString(one.index()) : one.name(),
                    100 * one.share()))
        .collect(
            Collectors.joining(
                ", ", present + " classes: ", classes.size() > CLASSES ? ", ..." : ""));
  }

  private static String words(AlignmentSummary alignment) {
    return alignment.isTrusted()
        ? String.format(
            Locale.ROOT,
            "median shift %s, half of the pairs within %.0f; %d of %d pairs seem shifted;"
                + " correlation of outlines %.2f",
            AlignmentSummary.words(alignment.dx(), alignment.dy()),
            alignment.spread(),
            alignment.shifted(),
            alignment.pairs(),
            alignment.correlation())
        : String.format(
            Locale.ROOT,
            "cannot be told: too few outlines in common (correlation %.2f)",
            alignment.correlation());
  }

  /** For example {@code 256x256}, or {@code 256x256 (12), 64x64 (3)} where there are several. */
  private static String counts(ImmutableMap<String, Integer> counts) {
    if (counts.size() == 1) {
      return counts.keySet().iterator().next();
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

  private static String number(int count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private static ImmutableList<String> list(String title, List<String> entries) {
    if (entries.isEmpty()) {
      return ImmutableList.of();
    }
    var lines = ImmutableList.<String>builder().add("").add(title + ":");
    entries.stream().limit(LINES).forEach(entry -> lines.add("  - " + entry));
    if (entries.size() > LINES) {
      lines.add("  - and %d more; --json FILE has all of them".formatted(entries.size() - LINES));
    }
    return lines.build();
  }
}
