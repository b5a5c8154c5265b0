package io.pix2pix.bench.report.format;

import static io.pix2pix.bench.report.format.LatexText.escaped;

import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.report.result.Digits;
import io.pix2pix.bench.report.result.Digits.ValueWords;
import io.pix2pix.bench.report.result.PaperNote;
import io.pix2pix.bench.report.result.PerceptualTable;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ResultTable;
import io.pix2pix.bench.report.result.ResultTable.Legend;
import io.pix2pix.bench.report.result.ResultTable.Part;
import io.pix2pix.bench.report.result.ResultTable.Row;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables in LaTeX, for the package booktabs, in parts that fit the width of a page. */
public final class LatexTable {
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
            .map(table -> "\n" + PerceptualLatex.of(source, table))
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
}
