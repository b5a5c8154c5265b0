package io.pix2pix.bench.evaluation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.train.measure.Interval;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.Csv;
import io.pix2pix.train.run.KeptAside;
import io.pix2pix.train.run.StoredChecksum;
import io.pix2pix.train.run.UpdateLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * {@code metrics.csv} of a run: one row for each value. A value of the same split, checkpoint and
 * choices takes the place of the one before; others stay.
 *
 * @param file where it lies
 */
public record MetricsFile(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsFile.class);
  private static final ImmutableList<String> HEADER =
      ImmutableList.of(
          "split",
          "step",
          "weights",
          "statistics",
          "noise",
          "images",
          "metric",
          "value",
          "low",
          "high",
          "unit",
          "better");
  private static final int METRIC = HEADER.indexOf("metric");

  /** What runs have from before the column had its name. */
  private static final ImmutableList<String> FORMER_HEADER =
      HEADER.stream()
          .map(column -> column.equals("metric") ? "figure" : column)
          .collect(toImmutableList());

  private static final int VALUE = HEADER.indexOf("value");
  private static final int LOW = HEADER.indexOf("low");
  private static final int HIGH = HEADER.indexOf("high");
  private static final int UNIT = HEADER.indexOf("unit");
  private static final int DIRECTION = HEADER.indexOf("better");
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

  /**
   * Adds the values of an evaluation; several that do so at once wait for each other. Where the
   * file is damaged, its whole rows remain, and it is kept under another name; a warning says so.
   *
   * @param key what was evaluated
   * @throws InvalidInputException if the file cannot be read or written
   */
  public void add(EvaluationKey key, ImmutableList<MetricValue> values) {
    var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    UpdateLock.during(
        folder,
        () -> {
          new StoredChecksum(file).write(Csv.text(withAdded(key, values)));
          return file;
        });
  }

  private List<ImmutableList<String>> withAdded(
      EvaluationKey key, ImmutableList<MetricValue> values) {
    var added = values.stream().map(value -> row(key, value)).toList();
    var places = added.stream().map(MetricsFile::place).toList();
    var others = wholeRows().stream().filter(row -> !places.contains(place(row)));
    return Stream.of(Stream.of(HEADER), others, added.stream()).flatMap(rows -> rows).toList();
  }

  /** What can be read of the file; what cannot is kept beside it. */
  private ImmutableList<ImmutableList<String>> wholeRows() {
    if (Files.notExists(file)) {
      return ImmutableList.of();
    }
    var lines = lines();
    var rows = lines.stream().skip(1).flatMap(MetricsFile::whole).collect(toImmutableList());
    boolean titled = !lines.isEmpty() && cells(lines.get(0)).anyMatch(MetricsFile::isHeader);
    if (!titled || rows.size() < lines.size() - 1) {
      LOG.warn(
          "{}: is damaged; it is kept as {}, {} of its values remain",
          file,
          KeptAside.copy(file),
          rows.size());
    } else {
      new StoredChecksum(file).warnIfChanged("its values are kept as they are");
    }
    return rows;
  }

  private List<String> lines() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  private static Stream<ImmutableList<String>> whole(String line) {
    return cells(line).filter(MetricsFile::isValue);
  }

  /** The cells of a line; nothing where a quoted one does not end. */
  private static Stream<ImmutableList<String>> cells(String line) {
    try {
      return Csv.rows(line).stream();
    } catch (JacksonException e) {
      return Stream.empty();
    }
  }

  private static boolean isValue(ImmutableList<String> row) {
    try {
      return row.size() == HEADER.size()
          && !value(row).metric().name().isEmpty()
          && EvaluationKey.of(row).images() >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static ImmutableList<String> row(EvaluationKey key, MetricValue value) {
    return ImmutableList.<String>builder()
        .addAll(key.cells())
        .add(value.metric().name())
        .add(Csv.number(value.value()))
        .add(Csv.number(value.interval().low()))
        .add(Csv.number(value.interval().high()))
        .add(value.metric().unit())
        .add(EvaluationKey.word(value.metric().direction()))
        .build();
  }

  /** What a row has in common with the one that it replaces. */
  private static List<String> place(ImmutableList<String> row) {
    return row.subList(0, Math.min(row.size(), METRIC + 1));
  }

  /**
   * Everything that the file has, by what was evaluated; nothing where there is no file. A warning
   * says where its values are not what was written.
   *
   * @throws InvalidInputException if it is damaged
   */
  public ImmutableListMultimap<EvaluationKey, MetricValue> read() {
    var values = ImmutableListMultimap.<EvaluationKey, MetricValue>builder();
    for (var row : rows()) {
      try {
        checkArgument(row.size() == HEADER.size(), "a row has %s cells", row.size());
        values.put(EvaluationKey.of(row), value(row));
      } catch (IllegalArgumentException e) {
        throw new InvalidInputException(
            "%s: is damaged (%s); evaluate anew, which keeps what is whole"
                .formatted(file, e.getMessage()),
            e);
      }
    }
    new StoredChecksum(file).warnIfChanged("its values are shown as they are; evaluate anew");
    new StoredChecksum(file).warnIfMissing("there are no values to show; evaluate anew");
    return values.build();
  }

  /** Whether it is there, and has what was written. */
  public boolean isWhole() {
    try {
      return Files.isRegularFile(file)
          && !new StoredChecksum(file).isChanged()
          && rows().stream().allMatch(MetricsFile::isValue);
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private static MetricValue value(List<String> row) {
    var direction = EvaluationKey.choice(Direction.class, row.get(DIRECTION));
    var interval = new Interval(number(row.get(LOW)), number(row.get(HIGH)));
    var metric = new MetricName(row.get(METRIC), row.get(UNIT), direction);
    return new MetricValue(metric, number(row.get(VALUE)), interval);
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /**
   * What the last evaluation found: the first value of each metric, by its name.
   *
   * @param most metrics
   */
  public ImmutableMap<String, Double> newest(int most) {
    var rows =
        rows().stream()
            .filter(row -> row.size() > VALUE && row.get(VALUE).matches(NUMBER))
            .toList();
    var values = new LinkedHashMap<String, Double>();
    var metrics = new HashSet<String>();
    for (var row : rows) {
      boolean newest = subject(row).equals(subject(rows.get(rows.size() - 1)));
      boolean wanted = newest && metrics.size() < most;
      if (wanted && metrics.add(MetricName.metric(row.get(METRIC)))) {
        values.put(row.get(METRIC), Double.valueOf(row.get(VALUE)));
      }
    }
    return ImmutableMap.copyOf(values);
  }

  private static List<String> subject(List<String> row) {
    return row.subList(0, METRIC);
  }

  /** The rows below the header; none where there is no file. */
  private ImmutableList<ImmutableList<String>> rows() {
    if (Files.notExists(file)) {
      return ImmutableList.of();
    }
    var rows = table(file);
    if (rows.isEmpty() || !isHeader(rows.get(0))) {
      throw new InvalidInputException(
          "%s: does not begin with the columns %s; evaluate anew, which keeps what is whole"
              .formatted(file, String.join(",", HEADER)));
    }
    return rows.stream().skip(1).collect(toImmutableList());
  }

  private static boolean isHeader(ImmutableList<String> row) {
    return row.equals(HEADER) || row.equals(FORMER_HEADER);
  }

  private static ImmutableList<ImmutableList<String>> table(Path file) {
    try {
      return Csv.rows(
          Files.readString(
              new InputFile("a table of metrics", InputFile.TABLE).checkIfPresent(file)));
    } catch (IOException | JacksonException e) {
      throw new InvalidInputException(
          file + ": cannot be read (" + e + "); evaluate anew, which keeps what is whole", e);
    }
  }
}
