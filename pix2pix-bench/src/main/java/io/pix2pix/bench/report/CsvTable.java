package io.pix2pix.bench.report;

import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.report.ResultTable.Row;
import io.pix2pix.train.measure.Interval;
import io.pix2pix.train.measure.MetricValue;
import java.util.List;
import java.util.Locale;

/** Every figure of the tables with interval and seed, a line each; what failed has a line, too. */
final class CsvTable {
  private static final String HEADER =
      "table,cell,seed,figure,unit,better,value,deviation,seeds,low,high,best,paper,problem\n";

  private CsvTable() {}

  static String of(List<ResultTable> tables) {
    var text = new StringBuilder(HEADER);
    for (var table : tables) {
      for (var row : table.rows()) {
        table.names().forEach(metric -> text.append(mean(table, row, metric)));
        row.runs().forEach(run -> text.append(seeds(table, row, run)));
        row.problems().forEach(problem -> text.append(problem(table, row.title(), problem)));
      }
      table.remarks().forEach(remark -> text.append(problem(table, "", remark)));
    }
    return text.toString();
  }

  private static String mean(ResultTable table, Row row, MetricName metric) {
    var paper = row.paper(metric).map(CsvTable::number).orElse("");
    return row.entry(metric)
        .map(
            entry ->
                line(
                    table,
                    row,
                    "all",
                    metric,
                    number(entry.mean()),
                    number(entry.deviation()),
                    Integer.toString(entry.seeds()),
                    entry.interval(),
                    entry.best() ? "best" : "",
                    paper))
        .orElse(
            paper.isEmpty()
                ? ""
                : line(table, row, "", metric, "", "", "", Interval.UNKNOWN, "", paper));
  }

  private static String seeds(ResultTable table, Row row, ReportedRun run) {
    var text = new StringBuilder();
    for (MetricValue figure : run.evaluation().orElseThrow().values()) {
      text.append(
          line(
              table,
              row,
              Long.toString(run.seed()),
              figure.metric(),
              number(figure.value()),
              "",
              "",
              figure.interval(),
              "",
              ""));
    }
    return text.toString();
  }

  private static String line(
      ResultTable table,
      Row row,
      String seed,
      MetricName metric,
      String value,
      String deviation,
      String seeds,
      Interval interval,
      String best,
      String paper) {
    return String.join(
            ",",
            cell(table.heading()),
            cell(row.title()),
            seed,
            metric.name(),
            cell(metric.unit()),
            metric.direction().name().toLowerCase(Locale.ROOT),
            value,
            deviation,
            seeds,
            number(interval.low()),
            number(interval.high()),
            best,
            paper,
            "")
        + "\n";
  }

  private static String problem(ResultTable table, String cell, String problem) {
    return cell(table.heading()) + "," + cell(cell) + ",,,,,,,,,,,," + cell(problem) + "\n";
  }

  static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "";
  }

  static String cell(String text) {
    return text.matches("[^\",\n\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
