package io.pix2pix.data.list;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Files;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.FileTree.Entry;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.layout.SharedGroups;
import io.pix2pix.data.layout.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pairs of a list.
 *
 * @param where messages call the list
 * @param rows of it, at least one
 */
record PairList(String where, ImmutableList<Row> rows) {
  private static final Logger LOG = LoggerFactory.getLogger(PairList.class);
  private static final int NAMED = 4;
  private static final String TRAIN = "train";

  /**
   * A pair.
   *
   * @param files that it names: condition, target and others; names are paths below the data folder
   * @param split if the list says it
   * @param group if the list says it
   */
  record Row(ImmutableList<Entry> files, Optional<String> split, Optional<String> group) {
    String groupName() {
      return group.orElseGet(() -> withoutExtension(files.get(1).name()));
    }

    /** The group that the list says, or else the one that its name has. */
    Optional<String> group(Split fallback) {
      return group.or(() -> fallback.groupOf(groupName()));
    }

    private static String withoutExtension(String target) {
      int length = Files.getFileExtension(target).length();
      return target.substring(0, target.length() - (length == 0 ? 0 : length + 1));
    }

    boolean isIn(String name, Split fallback) {
      return split.map(name::equals).orElseGet(() -> fallback.isIn(name, groupName()));
    }
  }

  /**
   * Reads a list.
   *
   * @throws InvalidInputException if it has no rows, lacks a column, or names files that are
   *     missing
   */
  static PairList read(FileTree files, String path, Columns columns) {
    var list = new ListFile(files.where(path), files.open(path));
    int end = path.lastIndexOf('/');
    var reading = new Reading(list, new ListedFiles(files, end < 0 ? "" : path.substring(0, end)));
    list.rows((line, cells) -> reading.add(line, columns.of(list, line, cells)));
    return reading.done();
  }

  /** The rows of a split; what is done where the list says no splits is logged. */
  ImmutableList<Row> split(String name, Split fallback) {
    if (rows.stream().noneMatch(row -> row.split().isPresent())) {
      return fallback.select(where, name, rows, Row::groupName);
    }
    var selected =
        rows.stream()
            .filter(row -> row.isIn(name, fallback))
            .collect(ImmutableList.toImmutableList());
    if (selected.isEmpty()) {
      throw new InvalidInputException(
          "%s: has no rows of split %s; those in it are: %s"
              .formatted(where, name, String.join(", ", splits())));
    }
    noteGroupsOfSeveral(fallback);
    if (name.equals(TRAIN)) {
      noteOtherSplits();
    }
    return selected;
  }

  private List<String> splits() {
    return rows.stream().flatMap(row -> row.split().stream()).distinct().sorted().toList();
  }

  private void noteGroupsOfSeveral(Split fallback) {
    var groups = new SharedGroups();
    rows.forEach(
        row -> row.group(fallback).ifPresent(its -> groups.add(row.split().orElse(""), its)));
    groups.note(where);
  }

  /** Rows of splits that nobody asks for are most often mistyped. */
  private void noteOtherSplits() {
    var others = splits().stream().filter(split -> !Split.NAMES.contains(split)).toList();
    if (!others.isEmpty()) {
      LOG.warn(
          "{}: has rows of splits that are none of train, val and test: {}",
          where,
          String.join(", ", others));
    }
  }

  /** What has been read so far. */
  private static final class Reading {
    private final ListFile list;
    private final ListedFiles files;
    private final ImmutableList.Builder<Row> rows = ImmutableList.builder();
    private final List<String> missing = new ArrayList<>();
    private final Map<String, Long> pairs = new HashMap<>();
    private boolean saysSplits;

    Reading(ListFile list, ListedFiles files) {
      this.list = list;
      this.files = files;
    }

    void add(long line, Columns.Cells cells) {
      if (pairs.isEmpty()) {
        saysSplits = cells.split().isPresent();
      } else if (saysSplits != cells.split().isPresent()) {
        throw list.problem(
            line,
            "%s a split, unlike the first row; give one in all rows, or in none"
                .formatted(saysSplits ? "has not" : "has"));
      }
      refuseTwice(line, cells);
      var found =
          cells.paths().stream()
              .flatMap(path -> find(line, path).stream())
              .collect(ImmutableList.toImmutableList());
      if (found.size() == cells.paths().size()) {
        rows.add(new Row(found, cells.split(), cells.group()));
      }
    }

    private void refuseTwice(long line, Columns.Cells cells) {
      var before = pairs.putIfAbsent(cells.pair(), line);
      if (before != null) {
        throw list.problem(line, "names the pair of line %d again; remove one".formatted(before));
      }
    }

    private Optional<Entry> find(long line, String path) {
      var file = files.find(list, line, path);
      if (file.isEmpty()) {
        missing.add("line %d: %s".formatted(line, path.replaceAll("\\p{Cntrl}", "?")));
      }
      return file;
    }

    PairList done() {
      if (!missing.isEmpty()) {
        throw new InvalidInputException(
            "%s: names %d %s missing: %s%s; correct the list, or put them there"
                .formatted(
                    list.where(),
                    missing.size(),
                    missing.size() == 1 ? "file that is" : "files that are",
                    String.join(", ", missing.subList(0, Math.min(NAMED, missing.size()))),
                    missing.size() > NAMED ? ", ..." : ""));
      }
      if (pairs.isEmpty()) {
        throw new InvalidInputException(
            list.where() + ": has no rows; write one for each pair, below a header in CSV");
      }
      return new PairList(list.where(), rows.build());
    }
  }
}
