package io.pix2pix.cli.perception;

import static io.pix2pix.bench.perception.PerceptionResults.percent;

import io.pix2pix.bench.perception.PerceptionResults;
import io.pix2pix.cli.console.Console;
import io.pix2pix.train.measure.Interval;
import java.util.Locale;

/** The results of a perceptual study as text. */
final class PerceptionTable {
  private PerceptionTable() {}

  static void print(Console console, PerceptionResults results) {
    if (results.rows().isEmpty()) {
      console.say("Nobody has answered a trial that counts yet.");
      return;
    }
    console.say(
        String.format(
            "%-28s %14s  %-16s %12s %8s",
            "algorithm", "labeled real", "95 % interval", "participants", "trials"));
    results.rows().forEach(row -> console.say(line(row)));
    if (!results.comparisons().isEmpty()) {
      console.say("");
      results.comparisons().forEach(comparison -> console.say(line(comparison)));
    }
  }

  private static String line(PerceptionResults.Row row) {
    return String.format(
        Locale.ROOT,
        "%-28s %14s  %-16s %12d %8d",
        row.algorithm(),
        percent(row.labeledReal()) + " %",
        interval(row.interval()),
        row.participants(),
        row.trials());
  }

  private static String line(PerceptionResults.Comparison comparison) {
    var pair = comparison.first() + " - " + comparison.second();
    var difference = percent(comparison.difference());
    return Double.isNaN(comparison.significance())
        ? "%s: %s points; two participants of each are needed to say more"
            .formatted(pair, difference)
        : String.format(
            Locale.ROOT,
            "%s: %s points %s, p = %.4f, %s",
            pair,
            difference,
            interval(comparison.interval()),
            comparison.significance(),
            comparison.significant() ? "significant" : "not significant");
  }

  private static String interval(Interval interval) {
    var words = percent(interval);
    return words.isEmpty() ? "-" : words;
  }
}
