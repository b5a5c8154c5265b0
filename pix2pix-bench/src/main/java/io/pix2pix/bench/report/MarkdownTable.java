package io.pix2pix.bench.report;

import io.pix2pix.api.metric.Quantity;
import io.pix2pix.bench.report.ResultTable.Row;
import java.util.List;
import java.util.stream.Collectors;

/** The tables in Markdown. */
final class MarkdownTable {
  private MarkdownTable() {}

  static String of(ReportSource source, List<ResultTable> tables) {
    return "# "
        + escaped(source.title())
        + "\n\n"
        + tables.stream().map(table -> table(source, table)).collect(Collectors.joining("\n"));
  }

  private static String table(ReportSource source, ResultTable table) {
    var text = new StringBuilder("Measured on " + escaped(table.heading()) + ".\n\n| cell |");
    table.quantities().forEach(quantity -> text.append(' ').append(quantity.name()).append(" |"));
    text.append("\n|---|").append("---|".repeat(table.quantities().size())).append('\n');
    for (var row : table.rows()) {
      text.append("| ").append(escaped(row.cell().title())).append(" |");
      table.quantities().forEach(quantity -> text.append(entry(table, row, quantity)));
      text.append('\n');
    }
    table.rows().forEach(row -> text.append(paper(source, table, row)));
    table.rows().forEach(row -> row.problems().forEach(why -> text.append(problem(row, why))));
    return text.append('\n').append(Legend.TEXT).append('\n').toString();
  }

  private static String entry(ResultTable table, Row row, Quantity quantity) {
    var digits = Digits.of(table.column(quantity));
    return row.entry(quantity)
        .map(
            entry -> {
              var words = FigureWords.of(entry, digits);
              var number = words.number() + words.deviation();
              return " " + (entry.best() ? "**" + number + "**" : number) + words.interval() + " |";
            })
        .orElse(" – |");
  }

  private static String paper(ReportSource source, ResultTable table, Row row) {
    var figures =
        table.quantities().stream()
            .filter(quantity -> row.paper(quantity).isPresent())
            .map(quantity -> quantity.name() + " " + row.paper(quantity).orElseThrow())
            .collect(Collectors.joining(", "));
    return figures.isEmpty()
        ? ""
        : "\n- The paper (%s), %s: %s\n"
            .formatted(escaped(source.paper()), escaped(row.cell().title()), figures);
  }

  private static String problem(Row row, String problem) {
    return "\n- %s, %s\n".formatted(escaped(row.cell().title()), escaped(problem));
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_|<>\\[\\]])", "\\\\$1").replaceAll("\\s+", " ");
  }
}
