package io.pix2pix.train.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * {@code losses.csv}: one row for each step, beginning with step 1. It holds only what follows from
 * the experiment, so that a run that was killed and resumed ends with the same bytes as one that
 * was not.
 */
public final class LossLog implements AutoCloseable {
  private final Path file;
  private final int columns;
  private final FileChannel channel;
  private final JsonGenerator rows;
  private long steps;

  private LossLog(Path file, int columns, FileChannel channel, long steps) {
    this.file = file;
    this.columns = columns;
    this.channel = channel;
    this.rows =
        Csv.writer().createGenerator(Channels.newWriter(channel, StandardCharsets.US_ASCII));
    this.steps = steps;
  }

  /**
   * Begins a log, or goes on with one: rows of later steps, and a torn last one, are cut.
   *
   * @param columns for example {@code generator.l1}; ASCII letters, digits, dots, dashes
   * @param steps how many are done: 0 begins anew
   * @throws InvalidInputException if the file has other columns, lacks one of the rows up to {@code
   *     steps}, or cannot be written
   * @throws IllegalArgumentException if a column has other characters
   */
  public static LossLog open(Path file, ImmutableList<String> columns, long steps) {
    for (var column : columns) {
      checkArgument(column.matches("[A-Za-z0-9._-]+"), "not a column: \"%s\"", column);
    }
    var header =
        Csv.text(ImmutableList.of(ImmutableList.builder().add("step").addAll(columns).build()));
    try {
      if (steps == 0) {
        AtomicFiles.write(file, header);
      }
      long end = endOfRow(file, header, steps);
      var channel = FileChannel.open(file, StandardOpenOption.WRITE);
      channel.truncate(end).position(end);
      return new LossLog(file, columns.size(), channel, steps);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  /**
   * Whether a log has a column; one that is not there counts as having it.
   *
   * @throws InvalidInputException if it cannot be read
   */
  public static boolean hasColumn(Path file, String column) {
    if (!Files.exists(file)) {
      return true;
    }
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      return Arrays.asList(line(in).strip().split(",", -1)).contains(column);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  /**
   * Adds the row of the next step.
   *
   * @param step 1 for the first
   * @param losses one for each column
   * @throws IllegalArgumentException if it is not the next step, or there are more or fewer losses
   *     than columns
   * @throws InvalidInputException if the file cannot be written
   */
  public void add(long step, float... losses) {
    checkArgument(step == steps + 1, "step %s after step %s", step, steps);
    checkArgument(losses.length == columns, "%s losses in %s columns", losses.length, columns);
    try {
      write(step, losses);
    } catch (JacksonIOException e) {
      throw unwritable(e);
    }
    steps = step;
  }

  /**
   * Brings all rows to the disk; to be done before a checkpoint that counts on them is written.
   *
   * @throws InvalidInputException if they cannot be written
   */
  public void flush() {
    try {
      rows.flush();
      channel.force(false);
    } catch (JacksonIOException e) {
      throw unwritable(e);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  /** Writes what is left and closes the file. */
  @Override
  public void close() {
    try {
      rows.close();
    } catch (JacksonIOException e) {
      throw unwritable(e);
    }
  }

  private void write(long step, float... losses) {
    rows.writeStartArray();
    rows.writeNumber(step);
    for (float loss : losses) {
      rows.writeNumber(loss);
    }
    rows.writeEndArray();
  }

  private InvalidInputException unwritable(JacksonIOException e) {
    return AtomicFiles.unwritable(file, Objects.requireNonNull(e.getCause()));
  }

  private static long endOfRow(Path file, String header, long steps) throws IOException {
    checkExists(file, steps);
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      var found = line(in);
      if (!found.equals(header)) {
        throw new InvalidInputException(
            "%s: does not begin with the columns %s; put back the file that the run wrote"
                .formatted(file, header.strip()));
      }
      long end = header.length();
      for (long step = 1; step <= steps; step++) {
        end += checkedRow(file, step, steps, line(in)).length();
      }
      return end;
    }
  }

  private static void checkExists(Path file, long steps) {
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          "%s: is missing; put back the file with its first %d steps, or train under another --name"
              .formatted(file, steps));
    }
  }

  private static String checkedRow(Path file, long step, long steps, String row) {
    if (!row.startsWith(step + ",") || !row.endsWith("\n")) {
      throw new InvalidInputException(
          "%s: has no row of step %d; put back the file with its first %d steps, or train under another --name"
              .formatted(file, step, steps));
    }
    return row;
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.append((char) next);
      if (next == '\n') {
        break;
      }
    }
    return line.toString();
  }
}
