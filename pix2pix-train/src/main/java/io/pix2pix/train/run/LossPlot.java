package io.pix2pix.train.run;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.train.plot.LinePlot;
import io.pix2pix.train.plot.PlotAxis;

/**
 * One loss over the steps of a run: the losses themselves, pale, and their moving mean. Losses
 * differ in size by orders of magnitude, so each has a plot and an axis of its own.
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
    var pale = new LinePlot.Style(color, 1, "", 0.3);
    return new LinePlot(
            column + " over steps",
            x,
            x.ticks(5),
            y,
            y.ticks(5),
            ImmutableList.of(
                line(pale, raw.thinned(POINTS)),
                line(LinePlot.Style.solid(color, 2), mean.thinned(POINTS))))
        .svg();
  }

  /** From zero, where that leaves the curve its height, to where all but the spikes are seen. */
  private PlotAxis losses(double from, double to) {
    double low = raw.quantile(0);
    double high = raw.quantile(0.995);
    double base = low >= 0 && low < high / 2 ? 0 : low;
    return new PlotAxis(base, high > base ? high + (high - base) / 20 : base + 1, from, to);
  }

  private static LinePlot.Line line(LinePlot.Style style, Curve curve) {
    return new LinePlot.Line(style, curve.steps(), curve.values());
  }
}
