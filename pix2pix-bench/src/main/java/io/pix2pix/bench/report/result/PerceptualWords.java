package io.pix2pix.bench.report.result;

import io.pix2pix.bench.perception.PerceptionResults;
import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import io.pix2pix.bench.perception.PerceptionWords;
import java.util.Locale;

/** The numbers of a perceptual study as people read them: in percent. */
public final class PerceptualWords {
  private PerceptualWords() {}

  /** The share of generated images that were labeled real. */
  public static String share(PerceptualTable.Row row) {
    return row.found().map(found -> PerceptionWords.percent(found.labeledReal())).orElse("–");
  }

  /** Where that share lies with a confidence of 95 %; empty if nobody was asked. */
  public static String interval(PerceptualTable.Row row) {
    return row.found()
        .map(PerceptionResults.Row::interval)
        .map(PerceptionWords::percent)
        .orElse("");
  }

  /** How many people were asked. */
  public static String participants(PerceptualTable.Row row) {
    return row.found().map(found -> Integer.toString(found.participants())).orElse("–");
  }

  /** How many answers they gave. */
  public static String trials(PerceptualTable.Row row) {
    return row.found().map(found -> Integer.toString(found.trials())).orElse("–");
  }

  /** The paper's own share; empty if it has none. */
  public static String paper(PerceptualTable.Row row) {
    return row.paper().map(number -> String.format(Locale.ROOT, "%.1f", number)).orElse("");
  }

  /** Which two are compared. */
  public static String pair(Comparison comparison) {
    return comparison.first() + " against " + comparison.second();
  }

  /** In points of percent, with its sign. */
  public static String difference(Comparison comparison) {
    return String.format(Locale.ROOT, "%+.1f", 100 * comparison.difference());
  }

  /** Where the difference lies with a confidence of 95 %. */
  public static String interval(Comparison comparison) {
    return PerceptionWords.percent(comparison.interval());
  }

  /** The p value; a dash where it is not known. */
  public static String significance(Comparison comparison) {
    return Double.isNaN(comparison.significance())
        ? "–"
        : String.format(Locale.ROOT, "%.4f", comparison.significance());
  }

  /** Whether the difference is significant. */
  public static String verdict(Comparison comparison) {
    if (Double.isNaN(comparison.significance())) {
      return "two participants of each are needed to say";
    }
    return comparison.significant() ? "yes" : "no";
  }
}
