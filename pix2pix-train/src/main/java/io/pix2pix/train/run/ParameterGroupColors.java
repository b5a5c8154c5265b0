package io.pix2pix.train.run;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A color for each parameter group, so that a reader tells whose loss it is; good on light and on
 * dark.
 */
final class ParameterGroupColors {
  private static final ImmutableList<String> COLORS =
      ImmutableList.of("#3b82f6", "#f0883e", "#1fa97c", "#c061cb");

  private final ImmutableList<String> groups;

  ParameterGroupColors(List<String> columns) {
    this.groups =
        columns.stream().map(ParameterGroupColors::group).distinct().collect(toImmutableList());
  }

  String of(String column) {
    return COLORS.get(groups.indexOf(group(column)) % COLORS.size());
  }

  private static String group(String column) {
    return column.substring(0, Math.max(0, column.indexOf('.')));
  }
}
