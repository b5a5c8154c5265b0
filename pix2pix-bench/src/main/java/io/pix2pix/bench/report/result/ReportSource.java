package io.pix2pix.bench.report.result;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.train.experiment.ExperimentComparison.ExperimentDifference;
import java.nio.file.Path;

/**
 * What a report is made of.
 *
 * @param title of the page
 * @param caption what a reader should know; may be empty
 * @param base what the experiments of cells are compared with, in words
 * @param cells in the order of the table
 * @param pictures names of the images that every cell translated; none outside of studies
 * @param originals the folder of their inputs and targets
 * @param paper where the paper's own values stand, for example {@code Table 1, Cityscapes}; may be
 *     empty
 * @param others values of the paper for what is no cell
 * @param remarks what a reader should know of all cells, a line each
 */
public record ReportSource(
    String title,
    String caption,
    String base,
    ImmutableList<ReportedCell> cells,
    ImmutableList<String> pictures,
    Path originals,
    String paper,
    ImmutableMap<String, ImmutableMap<String, Double>> others,
    ImmutableList<String> remarks) {

  /** Without remarks. */
  public ReportSource(
      String title,
      String caption,
      String base,
      ImmutableList<ReportedCell> cells,
      ImmutableList<String> pictures,
      Path originals,
      String paper,
      ImmutableMap<String, ImmutableMap<String, Double>> others) {
    this(title, caption, base, cells, pictures, originals, paper, others, ImmutableList.of());
  }

  /**
   * A row of the table: runs that differ in nothing but their seeds.
   *
   * @param title in the table
   * @param changes what its experiment has otherwise than what it is compared with
   * @param runs one for each seed
   * @param paper the paper's own values, by name; may be empty
   */
  public record ReportedCell(
      String title,
      ImmutableList<ExperimentDifference> changes,
      ImmutableList<ReportedRun> runs,
      ImmutableMap<String, Double> paper) {}
}
