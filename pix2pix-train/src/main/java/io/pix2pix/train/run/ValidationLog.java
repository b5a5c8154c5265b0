package io.pix2pix.train.run;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.Longs;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code validation.csv}: one row for each measurement during a training. It holds only what
 * follows from the experiment, so that a run that was killed and resumed ends with the same bytes
 * as one that was not.
 */
public final class ValidationLog {
  private final Path file;
  private final String header;
  private final List<Row> rows = new ArrayList<>();

  private ValidationLog(Path file, ImmutableList<String> columns) {
    this.file = file;
    this.header = "step," + String.join(",", columns);
  }

  /**
   * Begins a log, or goes on with one: rows of later steps are left out.
   *
   * @param columns quantities, in their order
   * @param done steps that were done before
   * @throws InvalidInputException if the file has other columns, or numbers that are none
   */
  public static ValidationLog open(Path file, ImmutableList<String> columns, long done) {
    var log = new ValidationLog(file, columns);
    if (done > 0 && Files.exists(file)) {
      var lines = lines(file);
      if (lines.isEmpty() || !lines.get(0).equals(log.header)) {
        throw damaged(file, "does not begin with the columns " + log.header);
      }
      lines.stream()
          .skip(1)
          .map(line -> row(file, line, columns.size()))
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
    AtomicFiles.write(
        file,
        header + "\n" + rows.stream().map(Row::line).collect(Collectors.joining("\n")) + "\n");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw damaged(file, "cannot be read (" + e + ")");
    }
  }

  private static Row row(Path file, String line, int columns) {
    var fields = Splitter.on(',').splitToList(line);
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
    private String line() {
      return step
          + ","
          + values.stream().mapToObj(Double::toString).collect(Collectors.joining(","));
    }
  }
}
