package io.pix2pix.train.run;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code losses.csv} read back, for plots. */
public final class LossCurves {
  private static final Splitter CELLS = Splitter.on(',');

  private final double[] steps;
  private final ImmutableMap<String, double[]> columns;

  private LossCurves(double[] steps, ImmutableMap<String, double[]> columns) {
    this.steps = steps;
    this.columns = columns;
  }

  /**
   * Reads what a {@link LossLog} wrote; a torn last line is left out.
   *
   * @throws InvalidInputException if the file is missing or a line is not a row of numbers
   */
  public static LossCurves read(Path file) {
    try {
      var text = Files.readString(file);
      var whole = text.substring(0, text.lastIndexOf('\n') + 1);
      return parse(file, whole.lines().collect(toImmutableList()));
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be read (" + e + "); put back the file that the run wrote", e);
    }
  }

  /** The names of the columns, without that of the step. */
  public ImmutableList<String> columns() {
    return columns.keySet().asList();
  }

  /** The number of each row's step, 1 for the first. */
  public double[] steps() {
    return steps.clone();
  }

  /**
   * The losses of a column, one for each step.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public double[] column(String name) {
    var values = columns.get(name);
    checkArgument(values != null, "no column %s; there are %s", name, columns.keySet());
    return values.clone();
  }

  private static LossCurves parse(Path file, List<String> lines) {
    var names = lines.isEmpty() ? List.of("step") : CELLS.splitToList(lines.get(0));
    var values = new double[names.size()][Math.max(0, lines.size() - 1)];
    for (int row = 0; row < lines.size() - 1; row++) {
      fill(values, row, cells(file, lines.get(row + 1), names.size()));
    }
    var columns = ImmutableMap.<String, double[]>builder();
    for (int column = 1; column < names.size(); column++) {
      columns.put(names.get(column), values[column]);
    }
    return new LossCurves(values[0], columns.buildOrThrow());
  }

  private static double[] cells(Path file, String line, int count) {
    var cells = CELLS.splitToList(line);
    if (cells.size() != count) {
      throw new InvalidInputException(
          "%s: \"%s\" has %d cells, the header %d; put back the file that the run wrote"
              .formatted(file, line, cells.size(), count));
    }
    try {
      return cells.stream().mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          "%s: \"%s\" is not a row of numbers; put back the file that the run wrote"
              .formatted(file, line),
          e);
    }
  }

  private static void fill(double[][] values, int row, double[] cells) {
    for (int column = 0; column < cells.length; column++) {
      values[column][row] = cells[column];
    }
  }
}
