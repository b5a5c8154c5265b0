package io.pix2pix.bench.tracking;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import io.pix2pix.bench.tracking.TrackerClient.Value;
import io.pix2pix.train.run.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;

/** The rows of {@code metrics.csv} that are values. */
final class EvaluationRows {
  private EvaluationRows() {}

  /** None if it is not there; damage is for the evaluation to tell. */
  static ImmutableList<Row> read(Path table) throws IOException {
    if (Files.notExists(table)) {
      return ImmutableList.of();
    }
    try {
      var rows = Csv.rows(Files.readString(table));
      var header = rows.isEmpty() ? ImmutableList.<String>of() : rows.get(0);
      return rows.stream()
          .skip(1)
          .map(cells -> new Row(header, cells))
          .filter(Row::isValue)
          .collect(ImmutableList.toImmutableList());
    } catch (JacksonException e) {
      return ImmutableList.of();
    }
  }

  /**
   * A value of an evaluation.
   *
   * @param header names of the cells
   * @param cells of the row
   */
  record Row(List<String> header, List<String> cells) {

    boolean isValue() {
      var number = Doubles.tryParse(cell("value"));
      return number != null
          && Double.isFinite(number)
          && Longs.tryParse(cell("step")) != null
          && !cell("metric").isEmpty();
    }

    /** For example {@code test.l1}. */
    Value value(Instant time) {
      return new Value(
          cell("split") + "." + cell("metric"),
          Long.parseLong(cell("step")),
          Double.parseDouble(cell("value")),
          time);
    }

    String line() {
      return String.join(",", cells);
    }

    private String cell(String name) {
      int at = header.indexOf(name);
      return at < 0 || at >= cells.size() ? "" : cells.get(at);
    }
  }
}
