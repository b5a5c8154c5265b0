package io.pix2pix.bench.report.result;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.perception.PerceptionResults;
import io.pix2pix.bench.perception.PerceptionResults.Comparison;
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
}
