package io.pix2pix.bench.report.html;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Histogram;
import io.pix2pix.api.metric.MetricFunction.Histograms;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.report.result.ResultTable;
import io.pix2pix.train.plot.LinePlot;
import io.pix2pix.train.plot.PlotAxis;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Distributions that a metric keeps, as the natural logarithm of the share of each bin (paper,
 * figure 7): a line for each cell, of its first seed that is done, and a thick one for the targets.
 *
 * @param axis what the bins are of
 * @param lines of cells, the targets' last
 * @param svg the plot
 */
record HistogramPlot(String axis, ImmutableList<Line> lines, String svg) {
  private static final ImmutableList<String> COLORS =
      ImmutableList.of(
          "#3b82f6", "#f0883e", "#1fa97c", "#c061cb", "#d6455d", "#8a8f2a", "#0ea5b7", "#9a6b4f");

  /** Tell lines apart where there are no colors: on paper. */
  private static final ImmutableList<String> DASHES =
      ImmutableList.of("", "7 2", "2 2", "9 2 2 2", "5 4");

  private static final Line TARGETS =
      new Line("targets", LinePlot.Style.solid("currentColor", 2.5));

  /** Natural logarithm of the least share that is drawn. */
  private static final double LEAST = -14;

  /**
   * The plots of one metric.
   *
   * @param title of them
   * @param meaning what is drawn, in half a sentence
   * @param plots one for each axis
   */
  record Group(String title, String meaning, ImmutableList<HistogramPlot> plots) {

    /** What each line of the plots is, for the legend. */
    ImmutableList<Line> lines() {
      return plots.get(0).lines();
    }
  }

  /** The plots of all metrics of which evaluations kept histograms. */
  static ImmutableList<Group> of(ResultTable table) {
    return table.names().stream()
        .map(MetricName::metric)
        .distinct()
        .flatMap(metric -> group(table, metric).stream())
        .collect(toImmutableList());
  }

  private static Optional<Group> group(ResultTable table, String metric) {
    var cells = new LinkedHashMap<String, Histograms>();
    for (var row : table.rows()) {
      row.runs().stream()
          .flatMap(run -> run.evaluation().stream())
          .flatMap(evaluation -> evaluation.metric(metric).stream())
          .flatMap(found -> found.evidence().stream())
          .flatMap(evidence -> evidence.function().histograms(evidence.statistics()).stream())
          .findFirst()
          .ifPresent(histograms -> cells.put(row.title(), histograms));
    }
    return cells.values().stream()
        .findFirst()
        .map(
            first ->
                new Group(
                    first.title(),
                    first.meaning(),
                    IntStream.range(0, first.axes().size())
                        .mapToObj(axis -> plot(axis, cells))
                        .collect(toImmutableList())));
  }

  /** The plot of an axis: a line for each cell by its title, and one for the targets. */
  static HistogramPlot plot(int axis, Map<String, Histograms> cells) {
    var histograms =
        cells.values().stream().map(cell -> cell.axes().get(axis)).collect(toImmutableList());
    var titles = ImmutableList.copyOf(cells.keySet());
    var ofCells =
        IntStream.range(0, titles.size()).mapToObj(cell -> new Line(titles.get(cell), style(cell)));
    var lines = Stream.concat(ofCells, Stream.of(TARGETS)).collect(toImmutableList());
    return new HistogramPlot(histograms.get(0).axis(), lines, plot(histograms, lines).svg());
  }

  private static LinePlot.Style style(int cell) {
    var dashes = DASHES.get(cell % DASHES.size());
    return new LinePlot.Style(COLORS.get(cell % COLORS.size()), 1.5, dashes, 1);
  }

  private static LinePlot plot(ImmutableList<Histogram> cells, ImmutableList<Line> lines) {
    var first = cells.get(0);
    var x = new PlotAxis(first.low(), first.high(), 34, 424);
    var y = new PlotAxis(LEAST, 0, 206, 8);
    var generated = cells.stream().map(Histogram::generated);
    var shares = Streams.concat(generated, Stream.of(first.targets()));
    return new LinePlot(
        "logarithm of the share of pixels over " + first.axis(),
        x,
        x.ticks(5),
        y,
        Stream.of(0, -4, -8, -12)
            .map(logarithm -> y.tick(logarithm, Integer.toString(logarithm)))
            .collect(toImmutableList()),
        Streams.zip(lines.stream(), shares, (line, bins) -> line(line.style(), first, bins))
            .collect(toImmutableList()));
  }

  /** Bins in which nothing lies interrupt a line. */
  private static LinePlot.Line line(
      LinePlot.Style style, Histogram axis, ImmutableDoubleArray shares) {
    double width = (axis.high() - axis.low()) / (shares.length() - 1);
    var middles = IntStream.range(0, shares.length()).mapToDouble(bin -> axis.low() + bin * width);
    var logarithms = shares.stream().map(share -> share > 0 ? Math.log(share) : Double.NaN);
    return new LinePlot.Line(style, middles.toArray(), logarithms.toArray());
  }

  /** A line of the plot. */
  record Line(String title, LinePlot.Style style) {}
}
