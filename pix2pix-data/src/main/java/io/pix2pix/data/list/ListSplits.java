package io.pix2pix.data.list;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.FoundInTree;
import io.pix2pix.data.layout.SharedGroups;
import io.pix2pix.data.layout.Split;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lists of a data folder: one for each split, or one for all.
 *
 * @param data folder
 * @param places where a list may be; {@code {split}} stands for the split, and such places win
 * @param columns that are read
 * @param fallback says the split of rows that say none
 */
record ListSplits(FileTree data, ImmutableList<String> places, Columns columns, Split fallback) {
  private static final String SPLIT = "{split}";
  private static final FoundInTree<Wanted, PairList> READ = new FoundInTree<>();

  /** A list, and what is read of it. */
  private record Wanted(String list, Columns columns) {}

  /** Whether there is a pair of that split. */
  boolean has(String split) {
    return hasOwnLists()
        ? ofSplit(split).isPresent()
        : ofAll()
            .filter(list -> read(list).rows().stream().anyMatch(row -> row.isIn(split, fallback)))
            .isPresent();
  }

  /**
   * The conditions, the targets, and the masks of a split if these have files.
   *
   * @throws InvalidInputException if the list, or rows of the split are missing
   */
  ImmutableList<StoredImages> images(String split) {
    var rows =
        hasOwnLists()
            ? ofList(split)
            : read(ofAll().orElseThrow(() -> none(split))).split(split, fallback);
    var columnsOfFiles =
        IntStream.range(0, rows.get(0).files().size())
            .mapToObj(column -> stored(rows, column))
            .collect(toImmutableList());
    return columns.parts().joined(columnsOfFiles);
  }

  private ImmutableList<PairList.Row> ofList(String split) {
    var rows = read(ofSplit(split).orElseThrow(() -> none(split))).rows();
    if (rows.get(0).group(fallback).isPresent()) {
      noteSharedGroups();
    }
    return rows;
  }

  private void noteSharedGroups() {
    var groups = new SharedGroups();
    for (var split : Split.NAMES) {
      ofSplit(split).map(list -> read(list).rows()).orElse(ImmutableList.of()).stream()
          .flatMap(row -> row.group(fallback).stream())
          .forEach(group -> groups.add(split, group));
    }
    groups.note(data.where(""));
  }

  private StoredImages stored(ImmutableList<PairList.Row> rows, int column) {
    var files = rows.stream().map(row -> row.files().get(column)).collect(toImmutableList());
    return new StoredImages(data, "", files);
  }

  private PairList read(String list) {
    return READ.get(
        data, new Wanted(list, columns), its -> PairList.read(data, its.list(), its.columns()));
  }

  private boolean hasOwnLists() {
    return Split.NAMES.stream().anyMatch(name -> ofSplit(name).isPresent());
  }

  private Optional<String> ofSplit(String split) {
    var names = split.equals("val") ? Stream.of("val", "validation") : Stream.of(split);
    return names
        .flatMap(
            name ->
                places.stream().filter(ListSplits::isOfSplit).map(one -> one.replace(SPLIT, name)))
        .filter(this::exists)
        .findFirst();
  }

  private Optional<String> ofAll() {
    return places.stream().filter(place -> !isOfSplit(place)).filter(this::exists).findFirst();
  }

  private static boolean isOfSplit(String place) {
    return place.contains(SPLIT);
  }

  private boolean exists(String path) {
    int end = path.lastIndexOf('/');
    return data.list(end < 0 ? "" : path.substring(0, end)).stream()
        .flatMap(listing -> listing.files().stream())
        .anyMatch(file -> file.name().equals(path.substring(end + 1)));
  }

  private InvalidInputException none(String split) {
    return new InvalidInputException(
        "%s: there is no list of split %s: %s; put it there, or name another"
            .formatted(
                data.where(""),
                split,
                String.join(
                    " or ", places.stream().map(one -> one.replace(SPLIT, split)).toList())));
  }
}
