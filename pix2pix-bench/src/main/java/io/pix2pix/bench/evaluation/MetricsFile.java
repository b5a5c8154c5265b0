package io.pix2pix.bench.evaluation;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.measure.Figure;
import io.pix2pix.train.run.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * {@code metrics.csv} of a run: one row for each figure. A figure of the same split, checkpoint and
 * choices takes the place of the one before; others stay.
 *
 * @param file where it lies
 */
public record MetricsFile(Path file) {
  private static final String HEADER =
      "split,step,weights,statistics,noise,images,figure,value,low,high,unit,better";
  private static final int FIGURE = 6;
  private static final int VALUE = 7;
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

  /**
   * Adds the figures of an evaluation.
   *
   * @param how what was evaluated
   * @throws InvalidInputException if the file cannot be read or written
   */
  public void add(Subject how, ImmutableList<Figure> figures) {
    var rows = new ArrayList<String>();
    rows.add(HEADER);
    existing().stream()
        .filter(row -> figures.stream().noneMatch(figure -> row.startsWith(head(how, figure))))
        .forEach(rows::add);
    figures.forEach(figure -> rows.add(row(how, figure)));
    AtomicFiles.write(file, String.join("\n", rows) + "\n");
  }

  /**
   * What the last evaluation found: the first figure of each metric, by its name.
   *
   * @param most metrics
   */
  public ImmutableMap<String, Double> newest(int most) {
    var rows =
        existing().stream()
            .map(row -> row.split(",", -1))
            .filter(row -> row.length > VALUE && row[VALUE].matches(NUMBER))
            .toList();
    var figures = new LinkedHashMap<String, Double>();
    var metrics = new HashSet<String>();
    for (var row : rows) {
      boolean newest = subject(row).equals(subject(rows.get(rows.size() - 1)));
      boolean wanted = newest && metrics.size() < most;
      if (wanted && metrics.add(row[FIGURE].replaceAll("\\..*", ""))) {
        figures.put(row[FIGURE], Double.valueOf(row[VALUE]));
      }
    }
    return ImmutableMap.copyOf(figures);
  }

  private static List<String> subject(String[] row) {
    return Arrays.asList(row).subList(0, FIGURE);
  }

  private static String head(Subject how, Figure figure) {
    return how.row() + figure.quantity().name() + ",";
  }

  private static String row(Subject how, Figure figure) {
    return head(how, figure)
        + String.join(
            ",",
            number(figure.value()),
            number(figure.interval().low()),
            number(figure.interval().high()),
            figure.quantity().unit(),
            Ascii.toLowerCase(figure.quantity().better().name()));
  }

  /** Six digits after the point; empty where there is no number. */
  static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "";
  }

  private List<String> existing() {
    List<String> rows;
    try {
      rows = Files.exists(file) ? Files.readAllLines(file) : List.of(HEADER);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read (" + e + "); remove it", e);
    }
    if (rows.isEmpty() || !rows.get(0).equals(HEADER)) {
      throw new InvalidInputException(
          file + ": does not begin with the columns " + HEADER + "; remove it, and evaluate anew");
    }
    return rows.subList(1, rows.size());
  }
}
