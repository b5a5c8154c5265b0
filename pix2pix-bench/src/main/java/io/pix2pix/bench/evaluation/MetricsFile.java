package io.pix2pix.bench.evaluation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.train.measure.Interval;
import io.pix2pix.train.measure.MetricValue;
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
 * {@code metrics.csv} of a run: one row for each value. A figure of the same split, checkpoint and
 * choices takes the place of the one before; others stay.
 *
 * @param file where it lies
 */
public record MetricsFile(Path file) {
  private static final String HEADER =
      "split,step,weights,statistics,noise,images,figure,value,low,high,unit,better";
  private static final int FIGURE = 6;
  private static final int VALUE = 7;
  private static final int LOW = 8;
  private static final int UNIT = 10;
  private static final int DIRECTION = 11;
  private static final int CELLS = 12;
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

  /**
   * Adds the figures of an evaluation.
   *
   * @param key what was evaluated
   * @throws InvalidInputException if the file cannot be read or written
   */
  public void add(EvaluationKey key, ImmutableList<MetricValue> values) {
    var rows = new ArrayList<String>();
    rows.add(HEADER);
    existing().stream()
        .filter(row -> values.stream().noneMatch(value -> row.startsWith(head(key, value))))
        .forEach(rows::add);
    values.forEach(value -> rows.add(row(key, value)));
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
    var values = new LinkedHashMap<String, Double>();
    var metrics = new HashSet<String>();
    for (var row : rows) {
      boolean newest = subject(row).equals(subject(rows.get(rows.size() - 1)));
      boolean wanted = newest && metrics.size() < most;
      if (wanted && metrics.add(MetricName.metric(row[FIGURE]))) {
        values.put(row[FIGURE], Double.valueOf(row[VALUE]));
      }
    }
    return ImmutableMap.copyOf(values);
  }

  private static List<String> subject(String[] row) {
    return Arrays.asList(row).subList(0, FIGURE);
  }

  private static String head(EvaluationKey key, MetricValue value) {
    return key.row() + value.metric().name() + ",";
  }

  private static String row(EvaluationKey key, MetricValue value) {
    return head(key, value)
        + String.join(
            ",",
            number(value.value()),
            number(value.interval().low()),
            number(value.interval().high()),
            value.metric().unit(),
            EvaluationKey.word(value.metric().direction()));
  }

  /**
   * Everything that the file has, by what was evaluated; nothing where there is no file.
   *
   * @throws InvalidInputException if it is damaged
   */
  public ImmutableListMultimap<EvaluationKey, MetricValue> read() {
    if (Files.notExists(file)) {
      return ImmutableListMultimap.of();
    }
    var values = ImmutableListMultimap.<EvaluationKey, MetricValue>builder();
    for (var line : lines(file).stream().skip(1).toList()) {
      var cells = line.split(",", -1);
      try {
        checkArgument(cells.length == CELLS, "a row has %s cells", cells.length);
        values.put(EvaluationKey.of(cells), value(cells));
      } catch (IllegalArgumentException e) {
        throw new InvalidInputException(
            "%s: is damaged (%s); remove it, and evaluate anew".formatted(file, e.getMessage()), e);
      }
    }
    return values.build();
  }

  private static MetricValue value(String[] cells) {
    var direction = EvaluationKey.choice(Direction.class, cells[DIRECTION]);
    var interval = new Interval(number(cells[LOW]), number(cells[LOW + 1]));
    var metric = new MetricName(cells[FIGURE], cells[UNIT], direction);
    return new MetricValue(metric, number(cells[VALUE]), interval);
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read (" + e + "); evaluate anew", e);
    }
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
