package io.pix2pix.bench.report.result;

import io.pix2pix.bench.perception.PerceptionResults;
import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import io.pix2pix.bench.perception.PerceptionWords;
import java.util.Locale;

/** The numbers of a perceptual study as people read them: in percent. */
public final class PerceptualWords {
  private PerceptualWords() {}

  public static String share(PerceptualTable.Row row) {
    return row.found().map(found -> PerceptionWords.percent(found.labeledReal())).orElse("–");
  }

  public static String interval(PerceptualTable.Row row) {
    return row.found()
        .map(PerceptionResults.Row::interval)
        .map(PerceptionWords::percent)
        .orElse("");
  }

  public static String participants(PerceptualTable.Row row) {
    return row.found().map(found -> Integer.toString(found.participants())).orElse("–");
  }

  public static String trials(PerceptualTable.Row row) {
    return row.found().map(found -> Integer.toString(found.trials())).orElse("–");
  }

  public static String paper(PerceptualTable.Row row) {
    return row.paper().map(number -> String.format(Locale.ROOT, "%.1f", number)).orElse("");
  }

  public static String pair(Comparison comparison) {
    return comparison.first() + " against " + comparison.second();
  }

  /** In points of percent, with its sign. */
  public static String difference(Comparison comparison) {
    return String.format(Locale.ROOT, "%+.1f", 100 * comparison.difference());
  }

  public static String interval(Comparison comparison) {
    return PerceptionWords.percent(comparison.interval());
  }

  public static String significance(Comparison comparison) {
    return Double.isNaN(comparison.significance())
        ? "–"
        : String.format(Locale.ROOT, "%.4f", comparison.significance());
  }

  public static String verdict(Comparison comparison) {
    if (Double.isNaN(comparison.significance())) {
      return "two participants of each are needed to say";
    }
    return comparison.significant() ? "yes" : "no";
  }
}
