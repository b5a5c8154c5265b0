package io.pix2pix.train.run;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.Longs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code validation.csv}: one row for each measurement during a training. It holds only what
 * follows from the experiment, so that a run that was killed and resumed ends with the same bytes
 * as one that was not. Used by one thread at a time.
 */
public final class ValidationLog {
  private static final Logger LOG = LoggerFactory.getLogger(ValidationLog.class);
  private static final InputFile FILE = new InputFile("a table of metrics", InputFile.TABLE);

  private final Path file;
  private final ImmutableList<String> header;
  private final List<Row> rows = new ArrayList<>();

  private ValidationLog(Path file, ImmutableList<String> columns) {
    this.file = file;
    this.header = ImmutableList.<String>builder().add("step").addAll(columns).build();
  }

  /**
   * Begins a log, or goes on with one: rows of later steps are left out. Where the file is damaged,
   * its whole rows remain, and it is kept under another name; a warning says so.
   *
   * @param columns names, in their order
   * @param done steps that were done before
   * @param measured whether something was measured by then
   * @throws InvalidInputException if the damaged file cannot be kept
   */
  public static ValidationLog open(
      Path file, ImmutableList<String> columns, long done, boolean measured) {
    var log = new ValidationLog(file, columns);
    if (done > 0 && Files.exists(file)) {
      log.read(done);
    } else if (measured) {
      LOG.warn(
          "{}: is missing; what was measured up to step {} is lost, and counts no longer where"
              + " the best checkpoint is chosen",
          file,
          done);
    }
    return log;
  }

  private void read(long done) {
    var lines = lines(file);
    var whole = lines.stream().skip(1).flatMap(this::row).toList();
    boolean titled = !lines.isEmpty() && lines.get(0).equals(String.join(",", header));
    if (!titled || whole.size() < lines.size() - 1) {
      LOG.warn(
          "{}: is damaged; it is kept as {}, {} of its measurements remain",
          file,
          KeptAside.copy(file),
          whole.size());
    } else {
      new StoredChecksum(file).warnIfChanged("its measurements are kept as they are");
    }
    whole.stream().filter(row -> row.step() <= done).forEach(rows::add);
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
    new StoredChecksum(file).write(Csv.text(cells.toList()));
  }

  /**
   * A single value of a log.
   *
   * @param column the name of the value
   * @param step steps done when it was measured
   * @throws InvalidInputException if the log does not have it
   */
  public static double value(Path file, String column, long step) {
    var lines = Files.exists(file) ? lines(file) : List.<String>of();
    int index = lines.isEmpty() ? -1 : Splitter.on(',').splitToList(lines.get(0)).indexOf(column);
    return lines.stream()
        .skip(1)
        .map(line -> Splitter.on(',').splitToList(line))
        .filter(cells -> index > 0 && index < cells.size())
        .filter(cells -> cells.get(0).equals(Long.toString(step)))
        .flatMap(cells -> Stream.ofNullable(Doubles.tryParse(cells.get(index))))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: has no %s of step %d; put back a copy, or remove the folder of the run to train it anew"
                        .formatted(file, column, step)));
  }

  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(FILE.checkIfPresent(file)), StandardCharsets.ISO_8859_1)
          .lines()
          .toList();
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  /** The row of a line; none where it is damaged. */
  private Stream<Row> row(String line) {
    var cells = Splitter.on(',').splitToList(line);
    var step = Longs.tryParse(cells.get(0));
    var values = cells.stream().skip(1).map(Doubles::tryParse).filter(Objects::nonNull).toList();
    return step != null && cells.size() == header.size() && values.size() == header.size() - 1
        ? Stream.of(new Row(step, ImmutableDoubleArray.copyOf(values)))
        : Stream.empty();
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
