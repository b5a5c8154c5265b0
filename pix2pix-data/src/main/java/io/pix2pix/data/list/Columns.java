package io.pix2pix.data.list;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.data.folders.PairParts;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a list that are read.
 *
 * @param parts columns of paths; that of conditions may be empty, for the only other column of
 *     files
 */
record Columns(PairParts parts) {
  private static final String SPLIT = "split";
  private static final String GROUP = "group";
  private static final String FILE = "file_name";

  /**
   * What a row says.
   *
   * @param paths of condition, target and others, as {@link PairParts#allNames} has them
   */
  record Cells(ImmutableList<String> paths, Optional<String> split, Optional<String> group) {

    /** What tells a pair from others. */
    String pair() {
      return paths.get(0) + "\n" + paths.get(1);
    }
  }

  /**
   * Checks what settings name.
   *
   * @throws IllegalArgumentException if two columns are the same
   */
  static void check(PairParts parts) {
    var names = parts.allNames();
    for (var name : names) {
      checkArgument(
          Collections.frequency(names, name) == 1,
          names.size() == 2
              ? "condition and target must be two columns, not both \"%s\""
              : "condition, target, mask and more must be columns of their own, not two of them"
                  + " \"%s\"",
          name);
    }
  }

  Cells of(ListFile list, long line, ImmutableMap<String, String> cells) {
    return new Cells(
        parts.allNames().stream()
            .map(name -> name.isEmpty() ? other(list, line, cells) : name)
            .map(name -> required(list, line, cells, name))
            .collect(ImmutableList.toImmutableList()),
        Optional.ofNullable(cells.get(SPLIT)).map(Columns::plain),
        Optional.ofNullable(cells.get(GROUP)));
  }

  /** Hugging Face's word for {@code val} is another. */
  private static String plain(String split) {
    return Ascii.equalsIgnoreCase(split, "validation") ? "val" : split;
  }

  private String other(ListFile list, long line, ImmutableMap<String, String> cells) {
    var others =
        cells.keySet().stream()
            .filter(name -> name.endsWith(FILE) && !parts.allNames().contains(name))
            .sorted()
            .toList();
    if (others.size() != 1) {
      throw list.problem(
          line,
          "has %s that names conditions beside %s; name it with data.condition, one of: %s"
              .formatted(
                  others.isEmpty() ? "no column ..." + FILE : "more than one column " + others,
                  parts.target(),
                  String.join(", ", cells.keySet())));
    }
    return others.get(0);
  }

  private static String required(
      ListFile list, long line, ImmutableMap<String, String> cells, String column) {
    return Optional.ofNullable(cells.get(column))
        .orElseThrow(
            () ->
                list.problem(
                    line,
                    "has no value in column %s; it has %s"
                        .formatted(column, known(List.copyOf(cells.keySet())))));
  }

  private static String known(List<String> columns) {
    return columns.isEmpty() ? "none at all" : "values in " + String.join(", ", columns);
  }
}
