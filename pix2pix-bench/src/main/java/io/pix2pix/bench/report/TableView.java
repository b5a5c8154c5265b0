package io.pix2pix.bench.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.bench.report.ResultTable.Row;
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
      lines.add(line(table, row, part.quantities()));
      if (ResultTable.hasPaper(row, part.quantities())) {
        lines.add(paper(PaperNote.label(source), table, row, part.quantities()));
      }
    }
    return new Part(
        part.name(),
        part.quantities().stream().map(TableView::head).collect(toImmutableList()),
        lines.build());
  }

  private static Line line(ResultTable table, Row row, List<Quantity> quantities) {
    var cells = quantities.stream().map(one -> cell(table, row, one)).collect(toImmutableList());
    return new Line(row.title(), row.state(), row.cell().isPresent() ? "" : "other", cells);
  }

  private static Line paper(String label, ResultTable table, Row row, List<Quantity> quantities) {
    var cells =
        quantities.stream()
            .map(one -> new Cell("", table.paper(row, one), "", ""))
            .collect(toImmutableList());
    return new Line(label, "", "paper", cells);
  }

  private static Head head(Quantity quantity) {
    return new Head(
        quantity.name().replaceFirst("^[^.]*\\.(?=.)", "").replace(".", " · "),
        quantity.unit(),
        switch (quantity.better()) {
          case HIGHER -> quantity.unit() + ", more is better";
          case LOWER -> quantity.unit() + ", less is better";
          case NEITHER -> quantity.unit();
        },
        switch (quantity.better()) {
          case HIGHER -> "↑";
          case LOWER -> "↓";
          case NEITHER -> "";
        });
  }

  private static Cell cell(ResultTable table, Row row, Quantity quantity) {
    var digits = Digits.of(table.column(quantity));
    return row.entry(quantity)
        .map(
            entry -> {
              var words = FigureWords.of(entry, digits);
              return new Cell(
                  entry.best() ? "best" : "", words.number(), words.deviation(), words.interval());
            })
        .orElse(new Cell("", "–", "", ""));
  }

  record Part(String name, ImmutableList<Head> heads, ImmutableList<Line> lines) {}

  record Head(String name, String unit, String meaning, String arrow) {}

  /**
   * A line.
   *
   * @param state no figures, incomplete, or empty
   * @param kind paper (its figures alone), other (no cell), or empty
   */
  record Line(String title, String state, String kind, ImmutableList<Cell> cells) {}

  record Cell(String kind, String number, String deviation, String interval) {}
}
