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
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables in LaTeX, for the package booktabs, in parts that fit the width of a page. */
public final class LatexTable {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\{}\\[*$&#%_^~<>|–±×↔→†]");
  private static final Map<String, String> ESCAPES =
      Map.ofEntries(
          Map.entry("[", "{[}"), // where a row begins with it, the line break before takes it
          Map.entry("*", "{*}"),
          Map.entry("\\", "\\textbackslash{}"),
          Map.entry("^", "\\textasciicircum{}"),
          Map.entry("~", "\\textasciitilde{}"),
          Map.entry("<", "\\textless{}"),
          Map.entry(">", "\\textgreater{}"),
          Map.entry("|", "\\textbar{}"),
          Map.entry("–", "--"),
          Map.entry("±", "$\\pm$"),
          Map.entry("×", "$\\times$"),
          Map.entry("↔", "$\\leftrightarrow$"),
          Map.entry("→", "$\\rightarrow$"),
          Map.entry("†", "$^\\dagger$"));

  private final ReportSource source;
  private final ResultTable table;

  private LatexTable(ReportSource source, ResultTable table) {
    this.source = source;
    this.table = table;
  }

  /** The tables as LaTeX for the package booktabs, with what people judged. */
  public static String of(
      ReportSource source, List<ResultTable> tables, List<PerceptualTable> perceptual) {
    return "% \\usepackage{booktabs}\n"
        + tables.stream()
            .map(table -> new LatexTable(source, table).parts())
            .collect(Collectors.joining("\n"))
        + perceptual.stream()
            .map(table -> "\n" + judged(source, table))
            .collect(Collectors.joining());
  }

  /** How to read a table stands below the first of them. */
  private String parts() {
    var parts = table.parts();
    return parts.stream()
        .map(part -> part(part, part.equals(parts.get(0))))
        .collect(Collectors.joining("\n"));
  }

  private String part(Part part, boolean first) {
    var text = new StringBuilder("\\begin{table}\n\\centering\n\\begin{tabular}{l");
    text.append("r".repeat(part.names().size())).append("}\n\\toprule\n");
    part.names().forEach(metric -> text.append(" & ").append(head(metric)));
    text.append(" \\\\\n\\midrule\n");
    part.rows().forEach(row -> text.append(lines(part, row)));
    text.append("\\bottomrule\n\\end{tabular}\n\\caption{");
    text.append(
        escaped("%s: %s. Measured on %s.".formatted(source.title(), part.name(), table.heading())));
    return text.append(first ? notes() : "").append("}\n\\end{table}\n").toString();
  }

  private String notes() {
    var notes = new StringBuilder();
    notes.append(source.caption().isEmpty() ? "" : " " + source.caption());
    notes.append(' ').append(Legend.TEXT);
    table.problems().forEach(problem -> notes.append(' ').append(problem).append('.'));
    table.remarks().forEach(remark -> notes.append(' ').append(remark).append('.'));
    var paper = PaperNote.of(source, table.heading());
    return escaped(notes + (paper.isEmpty() ? "" : " " + paper));
  }

  private String lines(Part part, Row row) {
    var state = row.state().isEmpty() ? "" : " (" + row.state() + ")";
    var numbers = line(escaped(row.title() + state), part, metric -> number(row, metric));
    var intervals = line("", part, metric -> interval(row, metric));
    var paper =
        line(
            "\\quad\\textit{" + escaped(PaperNote.label(source)) + "}",
            part,
            metric -> italic(table.paper(row, metric)));
    return numbers
        + (intervals.contains("[") ? intervals : "")
        + (ResultTable.hasPaper(row, part.names()) ? paper : "");
  }

  private static String line(String title, Part part, Function<MetricName, String> content) {
    return title
        + part.names().stream()
            .map(metric -> " & " + content.apply(metric))
            .collect(Collectors.joining())
        + " \\\\\n";
  }

  private static String head(MetricName metric) {
    var arrow =
        switch (metric.direction()) {
          case HIGHER -> " $\\uparrow$";
          case LOWER -> " $\\downarrow$";
          case NEITHER -> "";
        };
    return escaped(metric.name()) + (metric.direction() == Direction.NEITHER ? "" : arrow);
  }

  private String number(Row row, MetricName metric) {
    return row.entry(metric)
        .map(
            entry -> {
              var words = ValueWords.of(entry, Digits.of(table.column(metric)));
              var number = escaped(words.number() + words.deviation());
              return entry.best() ? "\\textbf{" + number + "}" : number;
            })
        .orElse("--");
  }

  private String interval(Row row, MetricName metric) {
    return row.entry(metric)
        .map(entry -> ValueWords.of(entry, Digits.of(table.column(metric))).interval().strip())
        .map(interval -> interval.isEmpty() ? "" : "{\\scriptsize " + interval + "}")
        .orElse("");
  }

  private static String italic(String number) {
    return number.isEmpty() ? "" : "\\textit{" + number + "}";
  }

  /** What people have judged, with its notes. */
  private static String judged(ReportSource source, PerceptualTable table) {
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
    var paper = Words.paper(row);
    return "%s & %s & {\\scriptsize %s} & %s & %s%s \\\\\n"
        .formatted(
            escaped(row.title()),
            escaped(Words.share(row)),
            Words.interval(row),
            escaped(Words.participants(row)),
            escaped(Words.trials(row)),
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
            escaped(Words.pair(comparison)),
            Words.difference(comparison),
            Words.interval(comparison),
            escaped(Words.significance(comparison)),
            Words.verdict(comparison));
  }

  private static String title(PerceptualTable table) {
    return table.heading().isEmpty()
        ? "Perceptual study."
        : "Perceptual study " + table.heading() + ".";
  }

  private static String end(String caption) {
    return "\\bottomrule\n\\end{tabular}\n\\caption{" + escaped(caption) + "}\n\\end{table}\n";
  }

  /** The text with what is special in LaTeX escaped. */
  static String escaped(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    ESCAPES.getOrDefault(found.group(), "\\" + found.group())));
  }
}
