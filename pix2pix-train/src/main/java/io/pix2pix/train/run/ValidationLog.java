package io.pix2pix.train.run;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.Longs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * {@code validation.csv}: one row for each measurement during a training. It holds only what
 * follows from the experiment, so that a run that was killed and resumed ends with the same bytes
 * as one that was not.
 */
public final class ValidationLog {
  private final Path file;
  private final ImmutableList<String> header;
  private final List<Row> rows = new ArrayList<>();

  private ValidationLog(Path file, ImmutableList<String> columns) {
    this.file = file;
    this.header = ImmutableList.<String>builder().add("step").addAll(columns).build();
  }

  /**
   * Begins a log, or goes on with one: rows of later steps are left out.
   *
   * @param columns names, in their order
   * @param done steps that were done before
   * @throws InvalidInputException if the file has other columns, or numbers that are none
   */
  public static ValidationLog open(Path file, ImmutableList<String> columns, long done) {
    var log = new ValidationLog(file, columns);
    if (done > 0 && Files.exists(file)) {
      var cells = cells(file);
      if (cells.isEmpty() || !cells.get(0).equals(log.header)) {
        throw damaged(file, "does not begin with the columns " + String.join(",", log.header));
      }
      cells.stream()
          .skip(1)
          .map(row -> row(file, row, columns.size()))
          .filter(row -> row.step() <= done)
          .forEach(log.rows::add);
    }
    return log;
  }

  /** What was measured so far, the oldest first. */
  public ImmutableList<Row> rows() {
    return ImmutableList.copyOf(rows);
  }

  /**
   * Adds a measurement and writes the file anew.
   *
   * @param step steps done
   * @param values one for each column
   * @throws InvalidInputException if the file cannot be written
   */
  public void add(long step, double[] values) {
    rows.add(new Row(step, ImmutableDoubleArray.copyOf(values)));
    var cells = Stream.concat(Stream.of(header), rows.stream().map(Row::cells));
    AtomicFiles.write(file, Csv.text(cells.toList()));
  }

  private static ImmutableList<ImmutableList<String>> cells(Path file) {
    try {
      return Csv.rows(Files.readString(new InputFile("a table of metrics", InputFile.TABLE).checkIfPresent(file)));
    } catch (IOException | JacksonException e) {
      throw damaged(file, "cannot be read (" + e + ")");
    }
  }

  private static Row row(Path file, ImmutableList<String> fields, int columns) {
    var line = String.join(",", fields);
    try {
      var step = Longs.tryParse(fields.get(0));
      var values = fields.stream().skip(1).mapToDouble(Double::parseDouble).toArray();
      if (step != null && values.length == columns) {
        return new Row(step, ImmutableDoubleArray.copyOf(values));
      }
    } catch (NumberFormatException e) {
      throw damaged(file, "\"" + line + "\" is no row (" + e.getMessage() + ")");
    }
    throw damaged(file, "\"" + line + "\" is no row");
  }

  private static InvalidInputException damaged(Path file, String problem) {
    return new InvalidInputException(
        "%s: %s; put back the file that the run wrote, or train under another --name"
            .formatted(file, problem));
  }

  /**
   * A measurement.
   *
   * @param step steps done
   * @param values one for each column
   */
  public record Row(long step, ImmutableDoubleArray values) {
    private ImmutableList<Number> cells() {
      return ImmutableList.<Number>builder().add(step).addAll(values.asList()).build();
    }
  }
}
