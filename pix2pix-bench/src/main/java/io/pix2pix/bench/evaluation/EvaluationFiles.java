package io.pix2pix.bench.evaluation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.bench.evaluation.EvaluationResult.OfMetric;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.Csv;
import io.pix2pix.train.run.StoredChecksum;
import io.pix2pix.train.weights.SafetensorsReader;
import io.pix2pix.train.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What an evaluation found for each image, in the order of the split: {@code NAME.csv}, a table of
 * the values of single images, and {@code NAME.safetensors}, the statistics of every metric. There,
 * a tensor {@code [images, statistics]} stands under the name of the metric's first value, its
 * constants under that name, a slash and their own, and the metadata has the settings of every
 * metric, a line of YAML under {@code metric/} and its name.
 *
 * @param folder where they go
 */
public record EvaluationFiles(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(EvaluationFiles.class);

  /** Numbers of an image; patches, which are many more, are not kept. */
  private static final int MOST = 10_000;

  private static final String METRIC = "metric/";

  /** The checksum of the table that statistics go with. */
  private static final String TABLE = "table";

  /**
   * Writes both files.
   *
   * @return the table
   * @throws InvalidInputException if they cannot be written
   */
  public Path write(EvaluationKey key, EvaluationResult result) {
    AtomicFiles.createFolder(folder);
    var table = table(result);
    new StoredChecksum(table(key)).write(table);
    var settings = ImmutableMap.<String, String>builder().put(TABLE, checksum(table));
    result
        .metrics()
        .forEach(one -> settings.put(METRIC + one.names().get(0).metric(), one.settings()));
    var tensors =
        result.metrics().stream()
            .filter(metric -> metric.statistics().length() <= MOST)
            .flatMap(EvaluationFiles::tensors)
            .toList();
    try {
      SafetensorsWriter.write(statistics(key), settings.buildOrThrow(), tensors);
    } catch (IOException e) {
      throw new InvalidInputException(
          statistics(key) + ": cannot be written (" + e + "); free space or give access", e);
    }
    return table(key);
  }

  private String checksum(EvaluationKey key) {
    try {
      return checksum(Files.readString(table(key)));
    } catch (IOException e) {
      throw new InvalidInputException(table(key) + ": cannot be read (" + e + ")", e);
    }
  }

  private static String checksum(String table) {
    return Hashing.crc32c().hashString(table, StandardCharsets.UTF_8).toString();
  }

  private Path table(EvaluationKey key) {
    return folder.resolve(key.file() + ".csv");
  }

  private Path statistics(EvaluationKey key) {
    return folder.resolve(key.file() + ".safetensors");
  }

  private static String table(EvaluationResult result) {
    var rows = ImmutableList.<ImmutableList<String>>builder();
    rows.add(row("image", result.names().stream().map(MetricName::name)));
    for (var image : result.images()) {
      rows.add(row(image.name(), image.values().stream().mapToObj(Csv::number)));
    }
    return Csv.text(rows.build());
  }

  private static ImmutableList<String> row(String image, Stream<String> cells) {
    return Stream.concat(Stream.of(image), cells).collect(ImmutableList.toImmutableList());
  }

  /**
   * The names of the images, in the order of their statistics; none where they were not kept.
   *
   * @throws InvalidInputException if the table cannot be read
   */
  public ImmutableList<String> images(EvaluationKey key) {
    if (Files.notExists(table(key))) {
      new StoredChecksum(table(key))
          .warnIfMissing("values are shown without what follows from it, evaluate anew");
      return ImmutableList.of();
    }
    try {
      var names =
          Csv.rows(
                  Files.readString(
                      new InputFile("a table of images", InputFile.TABLE)
                          .checkIfPresent(table(key))))
              .stream()
              .skip(1)
              .map(row -> row.get(0))
              .collect(ImmutableList.toImmutableList());
      new StoredChecksum(table(key)).warnIfChanged("it is read as it is; evaluate anew");
      return names;
    } catch (IOException | JacksonException e) {
      throw new InvalidInputException(
          table(key) + ": cannot be read (" + e + "); evaluate anew", e);
    }
  }

  private static Stream<SafetensorsWriter.Source> tensors(OfMetric metric) {
    var first = metric.names().get(0).name();
    var constants = metric.statistics().constants().entrySet().stream();
    return Stream.concat(
        Stream.of(tensor(first, metric.statistics().images())),
        constants.map(one -> tensor(first + "/" + one.getKey(), List.of(one.getValue()))));
  }

  private static SafetensorsWriter.Source tensor(String name, List<ImmutableDoubleArray> rows) {
    var shape = ImmutableList.of((long) rows.size(), (long) rows.get(0).length());
    return new SafetensorsWriter.Source(name, "F32", shape, () -> bytes(rows));
  }

  private static ByteBuffer bytes(List<ImmutableDoubleArray> rows) {
    int count = rows.size() * rows.get(0).length();
    var bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    rows.forEach(row -> row.stream().forEach(value -> bytes.putFloat((float) value)));
    return bytes.flip();
  }

  /**
   * The settings of metrics, by their names; none of evaluations of earlier versions, and where the
   * file is missing, damaged or of another evaluation, of which a warning tells.
   */
  public ImmutableMap<String, String> settings(EvaluationKey key) {
    try {
      return whole(key, EvaluationFiles::settings).orElseGet(ImmutableMap::of);
    } catch (InvalidInputException e) {
      LOG.warn("{}; values are shown without what follows from it, evaluate anew", e.getMessage());
      return ImmutableMap.of();
    }
  }

  private static ImmutableMap<String, String> settings(SafetensorsReader reader) {
    return reader.metadata().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(METRIC))
        .collect(
            ImmutableMap.toImmutableMap(
                entry -> entry.getKey().substring(METRIC.length()), Map.Entry::getValue));
  }

  /**
   * The statistics of a metric; none where they were not kept, or the file cannot be used.
   *
   * @param first the first of its values
   */
  public Optional<PerImageStatistics> statistics(EvaluationKey key, MetricName first) {
    try {
      return whole(key, reader -> statistics(reader, first.name())).flatMap(found -> found);
    } catch (InvalidInputException e) {
      return Optional.empty(); // settings tell of it; values are shown, but not compared
    }
  }

  /** What the statistics hold; nothing for evaluations of versions that kept none. */
  private <T> Optional<T> whole(EvaluationKey key, Function<SafetensorsReader, T> use) {
    boolean kept = new StoredChecksum(table(key)).isKept();
    if (Files.notExists(statistics(key)) && !kept) {
      return Optional.empty();
    }
    try (var reader = SafetensorsReader.open(statistics(key))) {
      reader.verify();
      if (kept && !checksum(key).equals(reader.metadata().get(TABLE))) {
        throw new InvalidInputException(
            statistics(key) + ": does not go with " + table(key).getFileName());
      }
      return Optional.of(use.apply(reader));
    }
  }

  private static Optional<PerImageStatistics> statistics(SafetensorsReader reader, String name) {
    return reader.names().contains(name) ? Optional.of(read(reader, name)) : Optional.empty();
  }

  private static PerImageStatistics read(SafetensorsReader reader, String name) {
    var prefix = name + "/";
    return new PerImageStatistics(
        rows(reader, name),
        reader.names().stream()
            .filter(tensor -> tensor.startsWith(prefix))
            .collect(
                ImmutableMap.toImmutableMap(
                    tensor -> tensor.substring(prefix.length()),
                    tensor -> rows(reader, tensor).get(0))));
  }

  private static ImmutableList<ImmutableDoubleArray> rows(SafetensorsReader reader, String name) {
    var values = reader.floats(name);
    int rows = Math.toIntExact(reader.shape(name).get(0));
    int length = values.length / rows;
    return IntStream.range(0, rows)
        .mapToObj(row -> Arrays.copyOfRange(values, row * length, (row + 1) * length))
        .map(EvaluationFiles::doubles)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableDoubleArray doubles(float[] row) {
    return ImmutableDoubleArray.copyOf(IntStream.range(0, row.length).mapToDouble(i -> row[i]));
  }
}
