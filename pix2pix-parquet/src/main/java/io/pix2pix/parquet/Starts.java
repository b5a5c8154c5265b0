package io.pix2pix.parquet;

import com.google.common.primitives.ImmutableIntArray;
import io.pix2pix.api.error.InvalidInputException;
import java.util.Collections;
import java.util.stream.LongStream;

/**
 * Where parts begin that lie one behind the other: row groups of a file, or files of a set.
 *
 * @param firsts the first row of each part, and the number of all rows
 */
record Starts(ImmutableIntArray firsts) {

  /** Each row needs some hundred bytes of memory. */
  static final int MOST_ROWS = 2_000_000;

  /**
   * The starts of parts.
   *
   * @param where messages call all of them
   * @param rows of each part
   * @throws InvalidInputException if there are too many
   */
  static Starts of(String where, LongStream rows) {
    var firsts = ImmutableIntArray.builder().add(0);
    long all = 0;
    for (long part : rows.toArray()) {
      if (part < 0) {
        throw new IllegalArgumentException("a row group has %d rows".formatted(part));
      }
      all += Math.min(part, MOST_ROWS + 1);
      if (all > MOST_ROWS) {
        throw new InvalidInputException(
            "%s: has more than %d rows; name fewer files".formatted(where, MOST_ROWS));
      }
      firsts.add((int) all);
    }
    return new Starts(firsts.build());
  }

  /** The number of all rows. */
  int rows() {
    return firsts.get(firsts.length() - 1);
  }

  /** The number of rows of a part. */
  int rows(int part) {
    return firsts.get(part + 1) - firsts.get(part);
  }

  /** The part that holds a row. */
  int partOf(int row) {
    int found = Collections.binarySearch(firsts.asList(), row);
    int part = found >= 0 ? found : -found - 2;
    // Of parts without rows, the one behind them holds it.
    while (firsts.get(part + 1) == row) {
      part++;
    }
    return part;
  }

  /** The number of a row within its part. */
  int withinPart(int row) {
    return row - firsts.get(partOf(row));
  }
}
