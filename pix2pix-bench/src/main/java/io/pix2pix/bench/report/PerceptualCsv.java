package io.pix2pix.bench.report;

import io.pix2pix.bench.perception.PerceptionResults;
import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import io.pix2pix.train.measure.Interval;
import java.util.List;

/**
 * What people have judged, a line for each cell, then one for each difference of two, which {@code
 * other} names. Shares and differences are in percent.
 */
final class PerceptualCsv {
  private static final String HEADER =
      "study,cell,other,participants,trials,percent,low,high,p,paper\n";

  private PerceptualCsv() {}

  static String of(List<PerceptualTable> tables) {
    var text = new StringBuilder(HEADER);
    for (var table : tables) {
      table.rows().forEach(row -> text.append(line(table, row)));
      table.comparisons().forEach(comparison -> text.append(line(table, comparison)));
    }
    return text.toString();
  }

  private static String line(PerceptualTable table, PerceptualTable.Row row) {
    var interval = row.found().map(PerceptionResults.Row::interval).orElse(Interval.UNKNOWN);
    return line(
        table.heading(),
        row.title(),
        "",
        row.found().map(found -> found.participants() + "," + found.trials()).orElse(","),
        row.found().map(found -> percent(found.labeledReal())).orElse(""),
        percent(interval.low()),
        percent(interval.high()),
        "",
        row.paper().map(CsvTable::number).orElse(""));
  }

  private static String line(PerceptualTable table, Comparison comparison) {
    return line(
        table.heading(),
        comparison.first(),
        comparison.second(),
        ",",
        percent(comparison.difference()),
        percent(comparison.interval().low()),
        percent(comparison.interval().high()),
        CsvTable.number(comparison.significance()),
        "");
  }

  private static String line(String study, String cell, String other, String... numbers) {
    return String.join(",", CsvTable.cell(study), CsvTable.cell(cell), CsvTable.cell(other))
        + ","
        + String.join(",", numbers)
        + "\n";
  }

  private static String percent(double share) {
    return CsvTable.number(100 * share);
  }
}
