package io.pix2pix.bench.report.format;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.perception.PerceptionResults;
import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import io.pix2pix.bench.report.result.PerceptualTable;
import io.pix2pix.train.measure.Interval;
import io.pix2pix.train.run.Csv;
import java.util.List;
import java.util.stream.Stream;

/**
 * What people have judged, a line for each cell, then one for each difference of two, which {@code
 * other} names. Shares and differences are in percent.
 */
public final class PerceptualCsv {
  private static final ImmutableList<String> HEADER =
      ImmutableList.of(
          "study",
          "cell",
          "other",
          "participants",
          "trials",
          "percent",
          "low",
          "high",
          "p",
          "paper");

  private PerceptualCsv() {}

  /** The file of all tables. */
  public static String of(List<PerceptualTable> tables) {
    var rows = tables.stream().flatMap(PerceptualCsv::rows);
    return Csv.text(Stream.concat(Stream.of(HEADER), rows).toList());
  }

  private static Stream<ImmutableList<String>> rows(PerceptualTable table) {
    return Stream.concat(
        table.rows().stream().map(row -> row(table, row)),
        table.comparisons().stream().map(comparison -> row(table, comparison)));
  }

  private static ImmutableList<String> row(PerceptualTable table, PerceptualTable.Row row) {
    var found = row.found();
    var interval = found.map(PerceptionResults.Row::interval).orElse(Interval.UNKNOWN);
    return ImmutableList.of(
        table.heading(),
        row.title(),
        "",
        found.map(one -> Integer.toString(one.participants())).orElse(""),
        found.map(one -> Integer.toString(one.trials())).orElse(""),
        found.map(one -> percent(one.labeledReal())).orElse(""),
        percent(interval.low()),
        percent(interval.high()),
        "",
        row.paper().map(Csv::number).orElse(""));
  }

  private static ImmutableList<String> row(PerceptualTable table, Comparison comparison) {
    return ImmutableList.of(
        table.heading(),
        comparison.first(),
        comparison.second(),
        "",
        "",
        percent(comparison.difference()),
        percent(comparison.interval().low()),
        percent(comparison.interval().high()),
        Csv.number(comparison.significance()),
        "");
  }

  private static String percent(double share) {
    return Csv.number(100 * share);
  }
}
