package io.pix2pix.parquet;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.data.FileTree.Entry;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.SharedGroups;
import io.pix2pix.data.layout.Split;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Rows that are pairs. The split of a row follows from the name of its file, or from a column
 * {@code split}, or else from a seed and a column {@code group}, or its name.
 *
 * @param files where they lie
 * @param columns of pictures, by the settings that name them
 * @param names the column of names, or empty
 * @param fallback says the splits of data that says none
 */
record ParquetPairs(
    ParquetFiles files, ImmutableMap<String, String> columns, String names, Split fallback) {
  private static final String SPLIT = "split";
  private static final String GROUP = "group";

  /** Whether there is a pair of that split. */
  boolean has(String split) {
    if (files.hasSplits()) {
      return files.has(split);
    }
    var rows = files.all();
    var told = rows.texts(SPLIT);
    return told.isPresent()
        ? told.get().stream().anyMatch(word -> isIn(split, word))
        : IntStream.range(0, rows.size())
            .mapToObj(keys(rows))
            .anyMatch(key -> fallback.isIn(split, key));
  }

  private static boolean isIn(String split, Optional<String> word) {
    return word.map(SplitOfPath::ofWord).filter(split::equals).isPresent();
  }

  /** What the split of a row follows from. */
  private IntFunction<String> keys(Rows rows) {
    var name = rows.names(names);
    var groups = rows.texts(GROUP);
    return groups.isPresent()
        ? row -> groups.get().get(row).orElseGet(() -> name.apply(row))
        : name;
  }

  /**
   * The pictures of a split.
   *
   * @return of each column, with partners at the same index
   * @throws InvalidInputException if there are none
   */
  ImmutableList<StoredImages> images(String split) {
    var rows = files.hasSplits() ? files.rows(split) : files.all();
    var sides =
        columns.entrySet().stream()
            .map(its -> PictureColumn.of(rows, its.getValue(), its.getKey(), files.pages()))
            .collect(toImmutableList());
    var entries = entries(rows, selected(rows, split));
    sharedGroups().note(files.where());
    return sides.stream()
        .map(side -> new StoredImages(side, "", entries))
        .collect(toImmutableList());
  }

  private IntStream selected(Rows rows, String split) {
    if (rows.size() == 0) {
      throw new InvalidInputException(
          files.where()
              + ": has no rows of split "
              + split
              + "; give it some, or name other files");
    }
    var all = IntStream.range(0, rows.size());
    if (files.hasSplits()) {
      return all;
    }
    var told = rows.texts(SPLIT);
    if (told.isPresent()) {
      return told(told.get(), split);
    }
    var keys = keys(rows);
    return fallback.select(files.where(), split, all.boxed().toList(), keys::apply).stream()
        .mapToInt(row -> row);
  }

  /** Which groups are in several splits, where the data says the splits. */
  SharedGroups sharedGroups() {
    var groups = new SharedGroups();
    if (files.hasSplits()) {
      Split.NAMES.stream()
          .filter(files::has)
          .forEach(split -> addGroups(groups, files.rows(split), row -> split));
    } else {
      var rows = files.all();
      rows.texts(SPLIT)
          .ifPresent(
              told ->
                  addGroups(
                      groups, rows, row -> told.get(row).map(SplitOfPath::ofWord).orElse("")));
    }
    return groups;
  }

  private void addGroups(SharedGroups groups, Rows rows, IntFunction<String> split) {
    var told = rows.texts(GROUP);
    if (told.isEmpty() && fallback.group().isEmpty()) {
      return;
    }
    var name = rows.names(names);
    for (int row = 0; row < rows.size(); row++) {
      var its = split.apply(row);
      var key = name.apply(row);
      Optional<String> group = told.isPresent() ? told.get().get(row) : Optional.empty();
      group.or(() -> fallback.groupOf(key)).ifPresent(known -> groups.add(its, known));
    }
  }

  private IntStream told(ImmutableList<Optional<String>> words, String split) {
    int[] found =
        IntStream.range(0, words.size()).filter(row -> isIn(split, words.get(row))).toArray();
    if (found.length == 0) {
      throw new InvalidInputException(
          "%s: column split has no rows of %s; those in it are: %s"
              .formatted(
                  files.where(),
                  split,
                  String.join(
                      ", ",
                      words.stream().flatMap(Optional::stream).distinct().sorted().toList())));
    }
    return IntStream.of(found);
  }

  /** The same for all columns. */
  private ImmutableList<Entry> entries(Rows rows, IntStream selected) {
    var name = rows.names(names);
    return selected
        .mapToObj(
            row ->
                new Entry(
                    PictureColumn.file(row, name.apply(row)),
                    Entry.UNKNOWN_SIZE,
                    rows.shard(row).entry().modified()))
        .collect(toImmutableList());
  }
}
