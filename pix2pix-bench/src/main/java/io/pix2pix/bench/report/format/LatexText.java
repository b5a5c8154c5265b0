package io.pix2pix.bench.report.format;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as LaTeX wants it. */
public final class LatexText {
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

  private LatexText() {}

  /** The text with what is special in LaTeX escaped. */
  public static String escaped(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    ESCAPES.getOrDefault(found.group(), "\\" + found.group())));
  }
}
