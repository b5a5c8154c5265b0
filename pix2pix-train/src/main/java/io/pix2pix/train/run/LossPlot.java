package io.pix2pix.train.run;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Locale;

/**
 * One loss over the steps of a run: the losses themselves, pale, and their moving mean. Losses
 * differ in size by orders of magnitude, so each has a plot and an axis of its own.
 *
 * <p>A plot is drawn as SVG, text and all, by the browser that shows it: it needs no fonts on the
 * machine that trains, follows the page's light or dark colors, and is a hundredth of the size of
 * a picture of it.
 */
public final class LossPlot {
  private static final int POINTS = 500;

  private final String column;
  private final String color;
  private final Curve raw;
  private final Curve mean;

  private LossPlot(String column, String color, Curve raw) {
    this.column = column;
    this.color = color;
    this.raw = raw;
    this.mean = raw.smoothed(raw.values().length / 80);
  }

  /** A plot for each column; none before there are two steps. */
  public static ImmutableList<LossPlot> of(LossCurves losses) {
    var steps = losses.steps();
    if (steps.length < 2) {
      return ImmutableList.of();
    }
    var colors = new ParameterGroupColors(losses.columns());
    return losses.columns().stream()
        .map(name -> new LossPlot(name, colors.of(name), new Curve(steps, losses.column(name))))
        .collect(toImmutableList());
  }

  /** What is plotted, for example {@code generator.l1}. */
  public String column() {
    return column;
  }

  /** The color of the line, the same for all losses of a parameter group: {@code #rrggbb}. */
  public String color() {
    return color;
  }

  /** The moving mean at the newest step. */
  public double latest() {
    return mean.values()[mean.values().length - 1];
  }

  /** An {@code <svg>} element; its text and grid have the color of the text around it. */
  public String svg() {
    var x = new PlotAxis(0, raw.steps()[raw.steps().length - 1], 46, 420);
    var y = losses(206, 8);
    var view =
        new View(
            column,
            color,
            x.ticks(5),
            y.ticks(5),
            path(raw.thinned(POINTS), x, y),
            path(mean.thinned(POINTS), x, y));
    return Page.fill("plot.svg", view);
  }

  /** From zero, where that leaves the curve its height, to where all but the spikes are seen. */
  private PlotAxis losses(double from, double to) {
    double low = raw.quantile(0);
    double high = raw.quantile(0.995);
    double base = low >= 0 && low < high / 2 ? 0 : low;
    return new PlotAxis(base, high > base ? high + (high - base) / 20 : base + 1, from, to);
  }

  private static String path(Curve curve, PlotAxis x, PlotAxis y) {
    var path = new StringBuilder();
    for (int at = 0; at < curve.values().length; at++) {
      path.append(at == 0 ? 'M' : 'L')
          .append(tenths(x.position(curve.steps()[at])))
          .append(',')
          .append(tenths(y.position(curve.values()[at])));
    }
    return path.toString();
  }

  private static String tenths(double position) {
    return String.format(Locale.ROOT, "%.1f", position);
  }

  /** What the template names. */
  private record View(
      String column,
      String color,
      ImmutableList<PlotAxis.Tick> xs,
      ImmutableList<PlotAxis.Tick> ys,
      String raw,
      String mean) {}
}
