package io.pix2pix.bench.report;

import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.bench.report.ResultTable.Part;
import io.pix2pix.bench.report.ResultTable.Row;
import java.util.List;
import java.util.stream.Collectors;

/** The tables in Markdown. */
final class MarkdownTable {
  private MarkdownTable() {}

  static String of(
      ReportSource source, List<ResultTable> tables, List<PerceptualTable> perceptual) {
    return "# "
        + escaped(source.title())
        + "\n\n"
        + (source.caption().isEmpty() ? "" : escaped(source.caption()) + "\n\n")
        + tables.stream().map(table -> table(source, table)).collect(Collectors.joining("\n"))
        + perceptual.stream()
            .map(table -> "\n" + PerceptualMarkdown.of(source, table))
            .collect(Collectors.joining());
  }

  private static String table(ReportSource source, ResultTable table) {
    var text = new StringBuilder("Measured on " + escaped(table.heading()) + ".\n");
    table.parts().forEach(part -> text.append('\n').append(part(source, table, part)));
    text.append(list(table.problems())).append(list(table.remarks()));
    text.append('\n').append(Legend.TEXT).append('\n');
    var paper = PaperNote.of(source, table.heading());
    return text.append(paper.isEmpty() ? "" : "\n" + escaped(paper) + "\n").toString();
  }

  private static String part(ReportSource source, ResultTable table, Part part) {
    var text = new StringBuilder("| cell |");
    part.quantities().forEach(quantity -> text.append(' ').append(head(quantity)).append(" |"));
    text.append("\n|---|").append("---|".repeat(part.quantities().size())).append('\n');
    for (var row : part.rows()) {
      text.append("| ").append(escaped(row.title())).append(state(row)).append(" |");
      part.quantities().forEach(quantity -> text.append(entry(table, row, quantity)));
      text.append('\n');
      if (ResultTable.hasPaper(row, part.quantities())) {
        text.append("| *").append(escaped(PaperNote.label(source))).append("* |");
        part.quantities().forEach(quantity -> text.append(paper(table, row, quantity)));
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String state(Row row) {
    return row.state().isEmpty() ? "" : " (" + row.state() + ")";
  }

  private static String head(Quantity quantity) {
    return quantity.name()
        + (quantity.better() == Better.HIGHER ? " ↑" : "")
        + (quantity.better() == Better.LOWER ? " ↓" : "");
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

  private static String paper(ResultTable table, Row row, Quantity quantity) {
    var number = table.paper(row, quantity);
    return number.isEmpty() ? " |" : " *" + number + "* |";
  }

  /** Items of a list, after an empty line. */
  static String list(List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "\n"
            + lines.stream().map(line -> "- " + escaped(line) + "\n").collect(Collectors.joining());
  }

  static String escaped(String text) {
    return text.replaceAll("([\\\\`*_|<>\\[\\]])", "\\\\$1").replaceAll("\\s+", " ");
  }
}
