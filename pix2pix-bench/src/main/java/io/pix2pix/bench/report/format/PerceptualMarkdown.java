package io.pix2pix.bench.report.format;

import static io.pix2pix.bench.report.format.MarkdownTable.escaped;

import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import io.pix2pix.bench.report.result.PaperNote;
import io.pix2pix.bench.report.result.PerceptualTable;
import io.pix2pix.bench.report.result.PerceptualWords;
import io.pix2pix.bench.report.result.ReportSource;

/** What people have judged, in Markdown. */
public final class PerceptualMarkdown {
  private PerceptualMarkdown() {}

  /** A table as Markdown, with its notes. */
  public static String of(ReportSource source, PerceptualTable table) {
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
    text.append(MarkdownTable.list(table.remarks()));
    text.append('\n').append(PerceptualTable.LEGEND).append('\n');
    return text.append(
            table.hasPaper() ? "\n" + escaped(PaperNote.ofParticipants(source)) + "\n" : "")
        .toString();
  }

  private static String line(PerceptualTable table, PerceptualTable.Row row) {
    var interval = PerceptualWords.interval(row);
    var paper = PerceptualWords.paper(row);
    return "| %s | %s%s | %s | %s |%s\n"
        .formatted(
            escaped(row.title()),
            PerceptualWords.share(row),
            interval.isEmpty() ? "" : " " + interval,
            PerceptualWords.participants(row),
            PerceptualWords.trials(row),
            !table.hasPaper() ? "" : paper.isEmpty() ? " |" : " *" + paper + "* |");
  }

  private static String line(Comparison comparison) {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            escaped(PerceptualWords.pair(comparison)),
            PerceptualWords.difference(comparison),
            PerceptualWords.interval(comparison),
            PerceptualWords.significance(comparison),
            PerceptualWords.verdict(comparison));
  }
}
