package io.pix2pix.data.list;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a list that are read.
 *
 * @param condition path of the condition; empty for the only other column of files
 * @param target path of the target
 */
record Columns(String condition, String target) {
  private static final String SPLIT = "split";
  private static final String GROUP = "group";
  private static final String FILE = "file_name";

  /** What a row says. */
  record Cells(String condition, String target, Optional<String> split, Optional<String> group) {}

  Cells of(ListFile list, long line, ImmutableMap<String, String> cells) {
    return new Cells(
        required(list, line, cells, condition.isEmpty() ? other(list, line, cells) : condition),
        required(list, line, cells, target),
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
            .filter(name -> name.endsWith(FILE) && !name.equals(target))
            .sorted()
            .toList();
    if (others.size() != 1) {
      throw list.problem(
          line,
          "has %s that names conditions beside %s; name it with data.condition, one of: %s"
              .formatted(
                  others.isEmpty() ? "no column ..." + FILE : "more than one column " + others,
                  target,
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
