package io.pix2pix.bench.report.html;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.report.result.Digits;
import io.pix2pix.bench.report.result.Digits.ValueWords;
import io.pix2pix.bench.report.result.PaperNote;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ResultTable;
import io.pix2pix.bench.report.result.ResultTable.Row;
import java.util.List;

/** A table as the page shows it. */
record TableView(
    String heading,
    String paper,
    ImmutableList<Part> parts,
    ImmutableList<String> problems,
    ImmutableList<String> remarks) {

  static TableView of(ReportSource source, ResultTable table) {
    return new TableView(
        table.heading(),
        PaperNote.of(source, table.heading()),
        table.parts().stream().map(part -> part(source, table, part)).collect(toImmutableList()),
        table.problems(),
        table.remarks());
  }

  private static Part part(ReportSource source, ResultTable table, ResultTable.Part part) {
    var lines = ImmutableList.<Line>builder();
    for (var row : part.rows()) {
      lines.add(line(table, row, part.names()));
      if (ResultTable.hasPaper(row, part.names())) {
        lines.add(paper(PaperNote.label(source), table, row, part.names()));
      }
    }
    return new Part(
        part.name(),
        part.names().stream().map(TableView::head).collect(toImmutableList()),
        lines.build());
  }

  private static Line line(ResultTable table, Row row, List<MetricName> names) {
    var cells = names.stream().map(one -> cell(table, row, one)).collect(toImmutableList());
    return new Line(row.title(), row.state(), row.cell().isPresent() ? "" : "other", cells);
  }

  private static Line paper(String label, ResultTable table, Row row, List<MetricName> names) {
    var cells =
        names.stream()
            .map(one -> new Cell("", table.paper(row, one), "", ""))
            .collect(toImmutableList());
    return new Line(label, "", "paper", cells);
  }

  private static Head head(MetricName metric) {
    return new Head(
        metric.name().replaceFirst("^[^.]*\\.(?=.)", "").replace(".", " · "),
        metric.unit(),
        switch (metric.direction()) {
          case HIGHER -> metric.unit() + ", more is better";
          case LOWER -> metric.unit() + ", less is better";
          case NEITHER -> metric.unit();
        },
        switch (metric.direction()) {
          case HIGHER -> "↑";
          case LOWER -> "↓";
          case NEITHER -> "";
        });
  }

  private static Cell cell(ResultTable table, Row row, MetricName metric) {
    var digits = Digits.of(table.column(metric));
    return row.entry(metric)
        .map(
            entry -> {
              var words = ValueWords.of(entry, digits);
              return new Cell(
                  entry.best() ? "best" : "", words.number(), words.deviation(), words.interval());
            })
        .orElse(new Cell("", "–", "", ""));
  }

  public record Part(String name, ImmutableList<Head> heads, ImmutableList<Line> lines) {}

  record Head(String name, String unit, String meaning, String arrow) {}

  /**
   * A line.
   *
   * @param state no values, incomplete, or empty
   * @param kind paper (its values alone), other (no cell), or empty
   */
  record Line(String title, String state, String kind, ImmutableList<Cell> cells) {}

  record Cell(String kind, String number, String deviation, String interval) {}
}
