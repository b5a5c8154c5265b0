package io.pix2pix.train.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Bytes;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** {@code losses.csv} read back, for plots. Immutable, and safe for use by several threads. */
public final class LossCurves {
  private final double[] steps;
  private final ImmutableMap<String, double[]> columns;

  private LossCurves(double[] steps, ImmutableMap<String, double[]> columns) {
    this.steps = steps;
    this.columns = columns;
  }

  /**
   * Reads what a {@link LossLog} wrote; a torn last line is left out. A warning says where rows are
   * not what was written.
   *
   * @throws InvalidInputException if the file is missing or a line is not a row of numbers
   */
  public static LossCurves read(Path file) {
    try {
      var bytes =
          Files.readAllBytes(
              new InputFile("a log of losses", InputFile.TABLE).checkIfPresent(file));
      int whole = Bytes.lastIndexOf(bytes, (byte) '\n') + 1;
      try (var rows = Csv.reader().<String[]>readValues(bytes, 0, whole)) {
        var curves = parse(file, rows);
        new StoredChecksum(file).warnIfChanged("its rows are taken as they are");
        return curves;
      }
    } catch (IOException | JacksonException e) {
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

  private static LossCurves parse(Path file, Iterator<String[]> rows) {
    var names = rows.hasNext() ? rows.next() : new String[] {"step"};
    var values = Stream.generate(ImmutableDoubleArray::builder).limit(names.length).toList();
    while (rows.hasNext()) {
      add(file, rows.next(), values);
    }
    var columns = ImmutableMap.<String, double[]>builder();
    for (int column = 1; column < names.length; column++) {
      columns.put(names[column], values.get(column).build().toArray());
    }
    return new LossCurves(values.get(0).build().toArray(), columns.buildOrThrow());
  }

  private static void add(Path file, String[] cells, List<ImmutableDoubleArray.Builder> values) {
    if (cells.length != values.size()) {
      throw new InvalidInputException(
          "%s: \"%s\" has %d cells, the header %d; put back the file that the run wrote"
              .formatted(file, String.join(",", cells), cells.length, values.size()));
    }
    try {
      for (int column = 0; column < cells.length; column++) {
        values.get(column).add(Double.parseDouble(cells[column]));
      }
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          "%s: \"%s\" is not a row of numbers; put back the file that the run wrote"
              .formatted(file, String.join(",", cells)),
          e);
    }
  }
}
