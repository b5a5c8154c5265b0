package io.pix2pix.bench.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.data.check.SideReport;
import io.pix2pix.data.check.SplitReport;
import io.pix2pix.train.plot.LinePlot;
import io.pix2pix.train.plot.PlotAxis;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How values of one side are distributed, a line for each split.
 *
 * @param title of the plot
 * @param lines for the legend
 * @param svg the plot
 */
record BrightnessPlot(String title, ImmutableList<Line> lines, String svg) {
  private static final ImmutableList<LinePlot.Style> STYLES =
      ImmutableList.of(
          new LinePlot.Style("#3b82f6", 1.8, "", 1),
          new LinePlot.Style("#f0883e", 1.8, "7 2", 1),
          new LinePlot.Style("#1fa97c", 1.8, "2 2", 1),
          new LinePlot.Style("#c061cb", 1.8, "9 2 2 2", 1));

  static BrightnessPlot of(
      String title, List<SplitReport> splits, Function<SplitReport, SideReport> side) {
    double most =
        splits.stream()
            .flatMap(split -> side.apply(split).brightness().stream())
            .mapToDouble(share -> 100 * share)
            .reduce(1, Math::max);
    var x = new PlotAxis(-1, 1, 34, 424);
    var y = new PlotAxis(0, most, 206, 8);
    var lines =
        IntStream.range(0, splits.size())
            .mapToObj(i -> line(side.apply(splits.get(i)), STYLES.get(i % STYLES.size())))
            .collect(toImmutableList());
    var plot = new LinePlot("share of values in percent", x, x.ticks(4), y, y.ticks(4), lines);
    return new BrightnessPlot(
        title,
        IntStream.range(0, splits.size())
            .mapToObj(i -> new Line(splits.get(i).name(), STYLES.get(i % STYLES.size())))
            .collect(toImmutableList()),
        plot.svg());
  }

  private static LinePlot.Line line(SideReport side, LinePlot.Style style) {
    int bins = side.brightness().size();
    return new LinePlot.Line(
        style,
        IntStream.range(0, bins).mapToDouble(bin -> (2 * bin + 1.0) / bins - 1).toArray(),
        side.brightness().stream().mapToDouble(share -> 100 * share).toArray());
  }

  /** A share in percent, for example {@code 12.3}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, share > 0 && share < 0.0005 ? "%.3f" : "%.1f", 100 * share);
  }

  record Line(String title, LinePlot.Style style) {}
}
