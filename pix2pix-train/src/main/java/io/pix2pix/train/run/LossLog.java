package io.pix2pix.train.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * {@code losses.csv}: one row for each step, beginning with step 1. It holds only what follows from
 * the experiment, so that a run that was killed and resumed ends with the same bytes as one that
 * was not. Used by one thread at a time.
 */
public final class LossLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LossLog.class);

  private final Path file;
  private final int columns;
  private final SummedChannel channel;
  private final JsonGenerator rows;
  private long steps;

  private LossLog(Path file, int columns, SummedChannel channel, long steps) {
    this.file = file;
    this.columns = columns;
    this.channel = channel;
    this.rows =
        Csv.writer().createGenerator(Channels.newWriter(channel, StandardCharsets.US_ASCII));
    this.steps = steps;
  }

  /**
   * Begins a log, or goes on with one: rows of later steps, and a torn last one, are cut. Where the
   * file is damaged, its whole rows go into a new one, and it is kept under another name; a warning
   * says so, and which rows are missing. A warning also says where rows are not what was written.
   *
   * @param columns for example {@code generator.l1}; ASCII letters, digits, dots, dashes
   * @param steps how many are done: 0 begins anew
   * @throws InvalidInputException if the file cannot be read or written
   * @throws IllegalArgumentException if a column has other characters
   */
  public static LossLog open(Path file, ImmutableList<String> columns, long steps) {
    for (var column : columns) {
      checkArgument(column.matches("[A-Za-z0-9._-]+"), "not a column: \"%s\"", column);
    }
    try {
      long end = end(file, LossRows.of(header(columns), columns.size(), steps));
      return new LossLog(file, columns.size(), SummedChannel.open(file, end), steps);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  /** Whether a log begins with exactly these columns; one that is not there does not. */
  public static boolean hasColumns(Path file, ImmutableList<String> columns) {
    var header = header(columns).getBytes(StandardCharsets.US_ASCII);
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(header.length), header);
    } catch (IOException e) {
      return false;
    }
  }

  private static String header(ImmutableList<String> columns) {
    return Csv.text(ImmutableList.of(ImmutableList.builder().add("step").addAll(columns).build()));
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
      channel.force();
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

  /** The end of the last row that counts, once the file is whole. */
  private static long end(Path file, LossRows rows) throws IOException {
    if (Files.isDirectory(file)) {
      LOG.warn("{}: is a folder; it is now called {}", file, KeptAside.rename(file));
    }
    if (rows.steps() == 0) {
      AtomicFiles.write(file, rows.header());
      return rows.header().length();
    }
    RangeSet<Long> present = TreeRangeSet.create();
    long end = Files.exists(file) ? rows.end(file, present) : -1;
    if (end < 0) {
      present.clear();
      end = repaired(file, rows, present);
    } else {
      new StoredChecksum(file).warnIfChanged("its rows are kept as they are");
    }
    var missing = rows.missing(present);
    if (!missing.isEmpty()) {
      LOG.warn("{}: has no rows of steps {}; the weights are those of all steps", file, missing);
    }
    return end;
  }

  private static long repaired(Path file, LossRows rows, RangeSet<Long> present)
      throws IOException {
    var whole = Files.exists(file) ? rows.whole(file) : ImmutableSortedMap.<Long, String>of();
    if (Files.exists(file)) {
      LOG.warn(
          "{}: is damaged; it is kept as {}, its whole rows remain", file, KeptAside.copy(file));
    }
    whole.keySet().forEach(step -> present.add(LossRows.only(step)));
    AtomicFiles.write(
        file,
        out -> {
          out.write(rows.header().getBytes(StandardCharsets.US_ASCII));
          for (var row : whole.values()) {
            out.write(row.getBytes(StandardCharsets.US_ASCII));
          }
        });
    return Files.size(file);
  }
}
