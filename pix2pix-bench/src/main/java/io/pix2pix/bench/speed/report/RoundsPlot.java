package io.pix2pix.bench.speed.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.measure.RoundValues;
import io.pix2pix.bench.speed.result.WorkResult;

/** Bars from zero to the medians of a work, with a dot for each round. */
final class RoundsPlot {
  private static final double WIDTH = 300;
  private static final double ROOM = 1.05;

  private RoundsPlot() {}

  static ImmutableList<Bar> of(WorkResult result) {
    var theirs = result.theirs();
    double most =
        ROOM
            * theirs
                .map(one -> Math.max(one.rounds().highest(), result.ours().highest()))
                .orElse(result.ours().highest());
    var bars = ImmutableList.<Bar>builder();
    bars.add(bar("ours", 0, result.ours(), most));
    theirs.ifPresent(one -> bars.add(bar("theirs", 1, one.rounds(), most)));
    return bars.build();
  }

  private static Bar bar(String kind, int row, RoundValues rounds, double most) {
    int top = 4 + 18 * row;
    var dots =
        rounds.values().stream().map(value -> pixels(value, most)).collect(toImmutableList());
    return new Bar(kind, top, top + 6, pixels(rounds.median(), most), dots);
  }

  private static String pixels(double value, double most) {
    return Long.toString(Math.round(WIDTH * value / most));
  }

  /**
   * A bar.
   *
   * @param kind {@code ours} or {@code theirs}
   * @param top its edge, in pixels
   * @param middle of its height, in pixels
   * @param length in pixels
   * @param dots where rounds are, in pixels
   */
  record Bar(String kind, int top, int middle, String length, ImmutableList<String> dots) {}
}
