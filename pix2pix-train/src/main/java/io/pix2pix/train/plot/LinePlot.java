package io.pix2pix.train.plot;

import com.google.common.collect.ImmutableList;
import io.pix2pix.train.template.Template;
import java.util.Locale;

/**
 * Lines over two axes, 440 by 230.
 *
 * <p>A plot is drawn as SVG, text and all, by the browser that shows it: it needs no fonts on the
 * machine that trains, follows the page's light or dark colors, and is a hundredth of the size of a
 * picture of it.
 *
 * @param meaning what it shows, for those who cannot see it
 * @param x from left to right
 * @param xs marks of it
 * @param y from below to above: {@code from} is the greater one
 * @param ys marks of it, each with a line across the plot
 * @param lines later ones are drawn over earlier ones
 */
public record LinePlot(
    String meaning,
    PlotAxis x,
    ImmutableList<PlotAxis.Tick> xs,
    PlotAxis y,
    ImmutableList<PlotAxis.Tick> ys,
    ImmutableList<Line> lines) {
  /** Between the left end of the plot and the labels there. */
  private static final int LABEL_GAP = 7;

  /** An {@code <svg>} element; its text and grid have the color of the text around it. */
  public String svg() {
    return new Template(LinePlot.class, "line-plot.svg")
        .fill(
            new View(
                meaning,
                tenths(x.from()),
                tenths(x.to()),
                tenths(x.from() - LABEL_GAP),
                xs.stream().map(Mark::of).collect(ImmutableList.toImmutableList()),
                ys.stream().map(Mark::of).collect(ImmutableList.toImmutableList()),
                lines.stream().map(this::path).collect(ImmutableList.toImmutableList())));
  }

  private Path path(Line line) {
    var path = new StringBuilder();
    boolean drawing = false;
    for (int at = 0; at < line.ys().length; at++) {
      boolean known = !Double.isNaN(line.ys()[at]);
      if (known) {
        path.append(drawing ? 'L' : 'M')
            .append(tenths(x.position(line.xs()[at])))
            .append(',')
            .append(tenths(y.position(line.ys()[at])));
      }
      drawing = known;
    }
    return new Path(line.style(), path.toString());
  }

  private static String tenths(double position) {
    return String.format(Locale.ROOT, "%.1f", position);
  }

  /**
   * Points that a line joins.
   *
   * <p>The arrays are not copied: lines live only while a plot is drawn.
   *
   * @param ys as many as {@code xs}; one that is not a number interrupts the line
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Line(Style style, double[] xs, double[] ys) {}

  /**
   * How a line looks.
   *
   * @param color of SVG
   * @param width in units of the plot
   * @param dashes of SVG; empty for a solid line
   * @param opacity 1 for a full color
   */
  public record Style(String color, double width, String dashes, double opacity) {
    /** A solid line. */
    public static Style solid(String color, double width) {
      return new Style(color, width, "", 1);
    }
  }

  /** What the template names. */
  private record View(
      String meaning,
      String left,
      String right,
      String labels,
      ImmutableList<Mark> xs,
      ImmutableList<Mark> ys,
      ImmutableList<Path> lines) {}

  private record Mark(String at, String label) {
    private static Mark of(PlotAxis.Tick tick) {
      return new Mark(tenths(tick.at()), tick.label());
    }
  }

  private record Path(Style style, String points) {}
}
