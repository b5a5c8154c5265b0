package io.pix2pix.bench.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.metric.Quantity;
import java.util.Optional;

/**
 * Figures of cells that were measured on the same images of the same data.
 *
 * @param heading what they were measured on
 * @param quantities the columns
 * @param rows one for each cell
 * @param others the paper's figures for what is no cell
 */
record ResultTable(
    String heading,
    ImmutableList<Quantity> quantities,
    ImmutableList<Row> rows,
    ImmutableMap<String, ImmutableMap<String, Double>> others) {

  /**
   * A row.
   *
   * @param cell that it shows
   * @param runs of the cell that its figures come from
   * @param problems of the others, in one line each
   * @param entries by the name of the figure
   */
  record Row(
      ReportedCell cell,
      ImmutableList<ReportedRun> runs,
      ImmutableList<String> problems,
      ImmutableMap<String, Entry> entries) {

    /** An entry, if the cell has such a figure. */
    Optional<Entry> entry(Quantity quantity) {
      return Optional.ofNullable(entries.get(quantity.name()));
    }

    /** The paper's own figure, if it has one. */
    Optional<Double> paper(Quantity quantity) {
      return Optional.ofNullable(cell.paper().get(quantity.name()));
    }
  }

  /** The numbers of a column, for the digits that it wants. */
  double[] column(Quantity quantity) {
    return rows.stream()
        .flatMap(row -> row.entry(quantity).stream())
        .mapToDouble(Entry::mean)
        .toArray();
  }
}
