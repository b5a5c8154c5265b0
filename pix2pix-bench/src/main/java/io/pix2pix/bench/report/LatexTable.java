package io.pix2pix.bench.report;

import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.bench.report.ResultTable.Row;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables in LaTeX, for the package booktabs. */
final class LatexTable {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\{}$&#%_^~<>|–±×↔→]");
  private static final Map<String, String> ESCAPES =
      Map.ofEntries(
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
          Map.entry("→", "$\\rightarrow$"));

  private LatexTable() {}

  static String of(ReportSource source, List<ResultTable> tables) {
    return "% \\usepackage{booktabs}\n"
        + tables.stream().map(table -> table(source, table)).collect(Collectors.joining("\n"));
  }

  private static String table(ReportSource source, ResultTable table) {
    var text = new StringBuilder("\\begin{table}\n\\centering\n\\begin{tabular}{l");
    text.append("r".repeat(table.quantities().size())).append("}\n\\toprule\n");
    table.quantities().forEach(quantity -> text.append(" & ").append(head(quantity)));
    text.append(" \\\\\n\\midrule\n");
    for (var row : table.rows()) {
      text.append(escaped(row.cell().title()));
      table
          .quantities()
          .forEach(quantity -> text.append(" & ").append(entry(table, row, quantity)));
      text.append(" \\\\\n").append(paper(table, row));
    }
    text.append("\\bottomrule\n\\end{tabular}\n\\caption{");
    text.append(escaped(source.title() + ", measured on " + table.heading() + ". " + Legend.TEXT));
    if (!source.paper().isEmpty()) {
      text.append(escaped(" Paper: " + source.paper() + ", not to be compared in size."));
    }
    table.rows().forEach(row -> row.problems().forEach(why -> text.append(problem(row, why))));
    return text.append("}\n\\end{table}\n").toString();
  }

  private static String head(Quantity quantity) {
    var arrow =
        switch (quantity.better()) {
          case HIGHER -> " $\\uparrow$";
          case LOWER -> " $\\downarrow$";
          case NEITHER -> "";
        };
    return escaped(quantity.name()) + (quantity.better() == Better.NEITHER ? "" : arrow);
  }

  private static String entry(ResultTable table, Row row, Quantity quantity) {
    var digits = Digits.of(table.column(quantity));
    return row.entry(quantity)
        .map(
            entry -> {
              var words = FigureWords.of(entry, digits);
              var number = escaped(words.number() + words.deviation());
              return (entry.best() ? "\\textbf{" + number + "}" : number)
                  + (words.interval().isEmpty() ? "" : " {\\scriptsize" + words.interval() + "}");
            })
        .orElse("--");
  }

  private static String paper(ResultTable table, Row row) {
    if (row.cell().paper().isEmpty()) {
      return "";
    }
    var figures =
        table.quantities().stream()
            .map(quantity -> row.paper(quantity).map(String::valueOf).orElse(""))
            .collect(Collectors.joining(" & "));
    return "\\quad paper & " + figures + " \\\\\n";
  }

  private static String problem(Row row, String problem) {
    return escaped(" " + row.cell().title() + ", " + problem + ".");
  }

  static String escaped(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    ESCAPES.getOrDefault(found.group(), "\\" + found.group())));
  }
}
