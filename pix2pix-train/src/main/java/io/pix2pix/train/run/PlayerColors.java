package io.pix2pix.train.run;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A color for each player, so that a reader tells whose loss it is; good on light and on dark. */
final class PlayerColors {
  private static final ImmutableList<String> COLORS =
      ImmutableList.of("#3b82f6", "#f0883e", "#1fa97c", "#c061cb");

  private final ImmutableList<String> players;

  PlayerColors(List<String> columns) {
    this.players = columns.stream().map(PlayerColors::player).distinct().collect(toImmutableList());
  }

  String of(String column) {
    return COLORS.get(players.indexOf(player(column)) % COLORS.size());
  }

  private static String player(String column) {
    return column.substring(0, Math.max(0, column.indexOf('.')));
  }
}
