package io.pix2pix.bench.report.format;

import static io.pix2pix.bench.report.format.LatexText.escaped;

import io.pix2pix.bench.perception.PerceptionResults.Comparison;
import io.pix2pix.bench.report.result.PaperNote;
import io.pix2pix.bench.report.result.PerceptualTable;
import io.pix2pix.bench.report.result.PerceptualWords;
import io.pix2pix.bench.report.result.ReportSource;

/** What people have judged, in LaTeX, for the package booktabs. */
public final class PerceptualLatex {
  private PerceptualLatex() {}

  /** A table as LaTeX, with its notes. */
  public static String of(ReportSource source, PerceptualTable table) {
    return shares(source, table) + (table.comparisons().isEmpty() ? "" : "\n" + differences(table));
  }

  private static String shares(ReportSource source, PerceptualTable table) {
    var text = new StringBuilder("\\begin{table}\n\\centering\n\\begin{tabular}{lrlrr");
    text.append(table.hasPaper() ? "r" : "").append("}\n\\toprule\n");
    text.append(" & \\multicolumn{2}{l}{labeled real, \\%} & participants & trials");
    text.append(table.hasPaper() ? " & \\textit{" + escaped(PaperNote.label(source)) + "}" : "");
    text.append(" \\\\\n\\midrule\n");
    table.rows().forEach(row -> text.append(line(table, row)));
    var notes = new StringBuilder(title(table) + " " + PerceptualTable.LEGEND);
    table.remarks().forEach(remark -> notes.append(' ').append(remark));
    notes.append(table.hasPaper() ? " " + PaperNote.ofParticipants(source) : "");
    return text.append(end(notes.toString())).toString();
  }

  private static String line(PerceptualTable table, PerceptualTable.Row row) {
    var paper = PerceptualWords.paper(row);
    return "%s & %s & {\\scriptsize %s} & %s & %s%s \\\\\n"
        .formatted(
            escaped(row.title()),
            escaped(PerceptualWords.share(row)),
            PerceptualWords.interval(row),
            escaped(PerceptualWords.participants(row)),
            escaped(PerceptualWords.trials(row)),
            table.hasPaper() ? " & " + (paper.isEmpty() ? "" : "\\textit{" + paper + "}") : "");
  }

  private static String differences(PerceptualTable table) {
    var text =
        new StringBuilder(
            """
            \\begin{table}
            \\centering
            \\begin{tabular}{lrlrl}
            \\toprule
             & \\multicolumn{2}{l}{difference, points} & $p$ & significant at 5 \\% \\\\
            \\midrule
            """);
    table.comparisons().forEach(comparison -> text.append(line(comparison)));
    return text.append(
            end(title(table) + " Differences of the shares labeled real, first minus second."))
        .toString();
  }

  private static String line(Comparison comparison) {
    return "%s & $%s$ & {\\scriptsize %s} & %s & %s \\\\\n"
        .formatted(
            escaped(PerceptualWords.pair(comparison)),
            PerceptualWords.difference(comparison),
            PerceptualWords.interval(comparison),
            escaped(PerceptualWords.significance(comparison)),
            PerceptualWords.verdict(comparison));
  }

  private static String title(PerceptualTable table) {
    return table.heading().isEmpty()
        ? "Perceptual study."
        : "Perceptual study " + table.heading() + ".";
  }

  private static String end(String caption) {
    return "\\bottomrule\n\\end{tabular}\n\\caption{" + escaped(caption) + "}\n\\end{table}\n";
  }
}
