package io.pix2pix.parquet;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The rows of some Parquet files, numbered through.
 *
 * @param shards the files, at least one
 * @param starts of the files
 */
record Rows(ImmutableList<Shard> shards, Starts starts) {
  private static final int DIGITS = 6;

  /**
   * The rows.
   *
   * @param where messages call all of them
   * @throws InvalidInputException if there are too many
   */
  static Rows of(String where, ImmutableList<Shard> shards) {
    return new Rows(
        shards, Starts.of(where, shards.stream().mapToLong(shard -> shard.starts().rows())));
  }

  int size() {
    return starts.rows();
  }

  /** What messages call a row. */
  String where(int row) {
    return "%s row %d".formatted(shard(row).where(), starts.withinPart(row));
  }

  /** The file that holds a row. */
  Shard shard(int row) {
    return shards.get(starts.partOf(row));
  }

  /** The name of a row that has no other: that of its file, and its number there. */
  String name(int row) {
    var path = shard(row).entry().name();
    var file = ParquetFormat.withoutExtension(path.substring(path.lastIndexOf('/') + 1));
    return file + "-" + Strings.padStart(Integer.toString(starts.withinPart(row)), DIGITS, '0');
  }

  /**
   * Names of all rows.
   *
   * @param column of text that has them; empty for names that follow from the file
   * @throws InvalidInputException if a file has no such column, or a row no name
   */
  IntFunction<String> names(String column) {
    if (column.isEmpty()) {
      return this::name;
    }
    var names = texts(column).orElseThrow(() -> noColumn(column));
    return row ->
        names
            .get(row)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "%s: has no value in column %s; give each row a name, or leave data.names out"
                            .formatted(where(row), column)));
  }

  private InvalidInputException noColumn(String column) {
    return new InvalidInputException(
        "%s: has no column %s for data.names; name a column of text, or leave it out"
            .formatted(shards.get(0).where(), column));
  }

  /**
   * The texts of all rows in a column.
   *
   * @return empty if no file has that column
   * @throws InvalidInputException if some have it, and others not
   */
  Optional<ImmutableList<Optional<String>>> texts(String column) {
    var leaves = shards.stream().map(shard -> shard.schema().text(column)).toList();
    if (leaves.stream().noneMatch(Optional::isPresent)) {
      return Optional.empty();
    }
    for (int i = 0; i < leaves.size(); i++) {
      if (leaves.get(i).isEmpty()) {
        throw new InvalidInputException(
            "%s: has no column %s, unlike other files; give it to all, or to none"
                .formatted(shards.get(i).where(), column));
      }
    }
    return Optional.of(
        shards.stream()
            .flatMap(shard -> shard.texts(shard.schema().text(column).orElseThrow()).stream())
            .collect(toImmutableList()));
  }
}
