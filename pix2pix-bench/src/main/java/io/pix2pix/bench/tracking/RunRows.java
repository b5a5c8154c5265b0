package io.pix2pix.bench.tracking;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import io.pix2pix.bench.tracking.TrackerClient.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of a table that a run appends to, each of a step: whole lines alone, as the last one may
 * be half-written.
 *
 * @param names of the columns after the step
 * @param rows cells of each row after the header
 */
record RunRows(ImmutableList<String> names, ImmutableList<ImmutableList<String>> rows) {
  private static final Splitter CELLS = Splitter.on(',');

  static RunRows read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return new RunRows(ImmutableList.of(), ImmutableList.of());
    }
    var text = Files.readString(file, StandardCharsets.UTF_8);
    var whole = text.substring(0, text.lastIndexOf('\n') + 1);
    var lines = whole.lines().map(line -> ImmutableList.copyOf(CELLS.split(line))).toList();
    var header = lines.isEmpty() ? ImmutableList.<String>of("") : lines.get(0);
    return new RunRows(
        header.subList(1, header.size()),
        lines.stream().skip(1).collect(ImmutableList.toImmutableList()));
  }

  /** Those of later steps, in their order. */
  ImmutableList<ImmutableList<String>> after(long step) {
    return rows.stream()
        .filter(row -> row.size() == names.size() + 1 && step(row) > step)
        .collect(ImmutableList.toImmutableList());
  }

  /** The step of a row, -1 if it has none. */
  static long step(List<String> row) {
    var step = Longs.tryParse(row.get(0));
    return step == null ? -1 : step;
  }

  /** The numbers of a row; what is none, or not finite, is left out. */
  Stream<Value> values(List<String> row, String prefix, Instant time) {
    return IntStream.range(0, names.size())
        .boxed()
        .flatMap(
            i -> {
              var number = Doubles.tryParse(row.get(i + 1));
              return number == null || !Double.isFinite(number)
                  ? Stream.<Value>empty()
                  : Stream.of(new Value(prefix + names.get(i), step(row), number, time));
            });
  }
}
