package io.pix2pix.bench.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.bench.report.ResultTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as the page shows it: in parts that fit a screen, one for each metric of several figures,
 * and one for all that have a single figure.
 */
record TableView(
    String heading, String paper, ImmutableList<Part> parts, ImmutableList<String> problems) {

  static TableView of(ReportSource source, ResultTable table) {
    var groups = new LinkedHashMap<String, List<Quantity>>();
    for (var quantity : table.quantities()) {
      var metric = MetricOfRun.metric(quantity.name());
      long size =
          table.quantities().stream()
              .filter(other -> MetricOfRun.metric(other.name()).equals(metric))
              .count();
      groups
          .computeIfAbsent(size > 1 ? metric : "figures of images", key -> new ArrayList<>())
          .add(quantity);
    }
    var parts = ImmutableList.<Part>builder();
    groups.forEach((name, quantities) -> parts.add(part(name, table, quantities)));
    return new TableView(
        table.heading(),
        PaperNote.of(source, table),
        parts.build(),
        table.rows().stream()
            .flatMap(row -> row.problems().stream().map(why -> row.cell().title() + ", " + why))
            .collect(toImmutableList()));
  }

  private static Part part(String name, ResultTable table, List<Quantity> quantities) {
    var rows = ImmutableList.<Line>builder();
    for (var row : table.rows()) {
      rows.add(
          new Line(
              row.cell().title(),
              row.problems().isEmpty() ? "" : row.runs().isEmpty() ? "no figures" : "incomplete",
              quantities.stream().map(one -> cell(table, row, one)).collect(toImmutableList())));
    }
    table.others().forEach((title, figures) -> rows.add(other(title, figures, quantities)));
    return new Part(
        name,
        quantities.stream().map(TableView::head).collect(toImmutableList()),
        rows.build().stream()
            .filter(line -> !line.state().equals("paper") || line.hasPaper())
            .collect(toImmutableList()));
  }

  private static Line other(String title, Map<String, Double> figures, List<Quantity> quantities) {
    return new Line(
        title,
        "paper",
        quantities.stream()
            .map(
                one ->
                    new Cell(
                        "",
                        "",
                        "",
                        "",
                        figures.containsKey(one.name()) ? "" + figures.get(one.name()) : ""))
            .collect(toImmutableList()));
  }

  private static Head head(Quantity quantity) {
    return new Head(
        quantity.name().replaceFirst("^[^.]*\\.(?=.)", "").replace(".", " · "),
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
    var paper = row.paper(quantity).map(String::valueOf).orElse("");
    return row.entry(quantity)
        .map(
            entry -> {
              var words = FigureWords.of(entry, digits);
              return new Cell(
                  entry.best() ? "best" : "",
                  words.number(),
                  words.deviation(),
                  words.interval(),
                  paper);
            })
        .orElse(new Cell("", "–", "", "", paper));
  }

  record Part(String name, ImmutableList<Head> heads, ImmutableList<Line> lines) {}

  record Head(String name, String meaning, String arrow) {}

  /**
   * A line.
   *
   * @param state no figures, incomplete, paper (its figures alone), or empty
   */
  record Line(String title, String state, ImmutableList<Cell> cells) {
    boolean hasPaper() {
      return cells.stream().anyMatch(cell -> !cell.paper().isEmpty());
    }
  }

  record Cell(String kind, String number, String deviation, String interval, String paper) {}
}
