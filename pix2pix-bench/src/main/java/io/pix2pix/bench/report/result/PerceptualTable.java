package io.pix2pix.bench.report.result;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.perception.PerceptionResults;
import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import java.util.Locale;
import java.util.Optional;

/**
 * What people have taken for real, in one perceptual study.
 *
 * @param heading name of the study's folder; empty where nobody has judged anything
 * @param rows in the order of cells, then runs that are not in the report
 * @param comparisons of each row with every other one that has participants
 * @param remarks what was shown, and what a reader has to beware of
 */
public record PerceptualTable(
    String heading,
    ImmutableList<Row> rows,
    ImmutableList<Comparison> comparisons,
    ImmutableList<String> remarks) {
  public static final String LEGEND =
      "Labeled real: of all trials that count, the share in which the generated image was taken for"
          + " the real one; at 50 % nobody could tell. In brackets the 95 % bootstrap interval over"
          + " participants, who are drawn whole, 10 000 times, for the answers of one person are"
          + " alike; it is not known of one participant, and too narrow of a handful. It says nothing"
          + " of other images or seeds. p: two-sided, from draws of either group for itself, without"
          + " a correction for many comparisons. Participants of all seeds of a cell count together.";

  /** Whether somebody has answered. */
  public boolean isJudged() {
    return rows.stream().anyMatch(row -> row.found().isPresent());
  }

  /** Whether the paper has a number of some row. */
  public boolean hasPaper() {
    return rows.stream().anyMatch(row -> row.paper().isPresent());
  }

  /**
   * A row.
   *
   * @param title of the cell, or the name of a run that is of no cell
   * @param found what people answered, if anybody did
   * @param paper the paper's own number, in percent
   */
  public record Row(String title, Optional<PerceptionResults.Row> found, Optional<Double> paper) {}

  /** The numbers of a perceptual study as people read them: in percent. */
  public static final class Words {
    private Words() {}

    /** The share of generated images that were labeled real. */
    public static String share(Row row) {
      return row.found().map(found -> PerceptionResults.percent(found.labeledReal())).orElse("–");
    }

    /** Where that share lies with a confidence of 95 %; empty if nobody was asked. */
    public static String interval(Row row) {
      return row.found()
          .map(PerceptionResults.Row::interval)
          .map(PerceptionResults::percent)
          .orElse("");
    }

    /** How many people were asked. */
    public static String participants(Row row) {
      return row.found().map(found -> Integer.toString(found.participants())).orElse("–");
    }

    /** How many answers they gave. */
    public static String trials(Row row) {
      return row.found().map(found -> Integer.toString(found.trials())).orElse("–");
    }

    /** The paper's own share; empty if it has none. */
    public static String paper(Row row) {
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
      return PerceptionResults.percent(comparison.interval());
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
}
