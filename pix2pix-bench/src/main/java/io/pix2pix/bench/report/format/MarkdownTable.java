package io.pix2pix.bench.report.format;

import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import io.pix2pix.bench.report.result.Digits;
import io.pix2pix.bench.report.result.Digits.ValueWords;
import io.pix2pix.bench.report.result.PaperNote;
import io.pix2pix.bench.report.result.PerceptualTable;
import io.pix2pix.bench.report.result.PerceptualTable.Words;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ResultTable;
import io.pix2pix.bench.report.result.ResultTable.Legend;
import io.pix2pix.bench.report.result.ResultTable.Part;
import io.pix2pix.bench.report.result.ResultTable.Row;
import java.util.List;
import java.util.stream.Collectors;

/** The tables in Markdown. */
public final class MarkdownTable {
  private MarkdownTable() {}

  /** The tables as Markdown, with what people judged. */
  public static String of(
      ReportSource source, List<ResultTable> tables, List<PerceptualTable> perceptual) {
    return "# "
        + escaped(source.title())
        + "\n\n"
        + (source.caption().isEmpty() ? "" : escaped(source.caption()) + "\n\n")
        + tables.stream().map(table -> table(source, table)).collect(Collectors.joining("\n"))
        + perceptual.stream()
            .map(table -> "\n" + judged(source, table))
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
    part.names().forEach(metric -> text.append(' ').append(head(metric)).append(" |"));
    text.append("\n|---|").append("---|".repeat(part.names().size())).append('\n');
    for (var row : part.rows()) {
      text.append("| ").append(escaped(row.title())).append(state(row)).append(" |");
      part.names().forEach(metric -> text.append(entry(table, row, metric)));
      text.append('\n');
      if (ResultTable.hasPaper(row, part.names())) {
        text.append("| *").append(escaped(PaperNote.label(source))).append("* |");
        part.names().forEach(metric -> text.append(paper(table, row, metric)));
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String state(Row row) {
    return row.state().isEmpty() ? "" : " (" + row.state() + ")";
  }

  private static String head(MetricName metric) {
    return metric.name()
        + (metric.direction() == Direction.HIGHER ? " ↑" : "")
        + (metric.direction() == Direction.LOWER ? " ↓" : "");
  }

  private static String entry(ResultTable table, Row row, MetricName metric) {
    var digits = Digits.of(table.column(metric));
    return row.entry(metric)
        .map(
            entry -> {
              var words = ValueWords.of(entry, digits);
              var number = words.number() + words.deviation();
              return " " + (entry.best() ? "**" + number + "**" : number) + words.interval() + " |";
            })
        .orElse(" – |");
  }

  private static String paper(ResultTable table, Row row, MetricName metric) {
    var number = table.paper(row, metric);
    return number.isEmpty() ? " |" : " *" + number + "* |";
  }

  /** What people have judged, with its notes. */
  private static String judged(ReportSource source, PerceptualTable table) {
    var text = new StringBuilder("## Perceptual study");
    text.append(table.heading().isEmpty() ? "" : ": " + escaped(table.heading())).append("\n\n");
    text.append("| cell | labeled real, % | participants | trials |");
    text.append(table.hasPaper() ? " *" + escaped(PaperNote.label(source)) + ", %* |" : "");
    text.append("\n|---|---|---|---|").append(table.hasPaper() ? "---|" : "").append('\n');
    table.rows().forEach(row -> text.append(line(table, row)));
    if (!table.comparisons().isEmpty()) {
      text.append(
          "\n| difference | points, first minus second | 95 % | p | significant at 5 % |\n|---|---|---|---|---|\n");
      table.comparisons().forEach(comparison -> text.append(line(comparison)));
    }
    text.append(list(table.remarks()));
    text.append('\n').append(PerceptualTable.LEGEND).append('\n');
    return text.append(
            table.hasPaper() ? "\n" + escaped(PaperNote.ofParticipants(source)) + "\n" : "")
        .toString();
  }

  private static String line(PerceptualTable table, PerceptualTable.Row row) {
    var interval = Words.interval(row);
    var paper = Words.paper(row);
    return "| %s | %s%s | %s | %s |%s\n"
        .formatted(
            escaped(row.title()),
            Words.share(row),
            interval.isEmpty() ? "" : " " + interval,
            Words.participants(row),
            Words.trials(row),
            !table.hasPaper() ? "" : paper.isEmpty() ? " |" : " *" + paper + "* |");
  }

  private static String line(Comparison comparison) {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            escaped(Words.pair(comparison)),
            Words.difference(comparison),
            Words.interval(comparison),
            Words.significance(comparison),
            Words.verdict(comparison));
  }

  /** Items of a list, after an empty line. */
  private static String list(List<String> lines) {
    return lines.isEmpty()
        ? ""
        : "\n"
            + lines.stream().map(line -> "- " + escaped(line) + "\n").collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_|<>\\[\\]])", "\\\\$1").replaceAll("\\s+", " ");
  }
}
