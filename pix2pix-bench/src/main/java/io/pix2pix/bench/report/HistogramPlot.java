package io.pix2pix.bench.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.metric.Histogram;
import io.pix2pix.api.metric.MetricFunction.Histograms;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.train.template.Template;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
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

  private static HistogramPlot plot(int axis, Map<String, Histograms> cells) {
    var lines = new ArrayList<Line>();
    for (var cell : cells.entrySet()) {
      lines.add(
          new Line(
              cell.getKey(),
              COLORS.get(lines.size() % COLORS.size()),
              DASHES.get(lines.size() % DASHES.size()),
              1.5,
              path(cell.getValue().axes().get(axis).generated())));
    }
    var first = cells.values().iterator().next().axes().get(axis);
    lines.add(new Line("targets", "currentColor", "", 2.5, path(first.targets())));
    var drawn = ImmutableList.copyOf(lines);
    var view =
        new View(
            first.axis(),
            drawn,
            ticks(first),
            Stream.of(0, -4, -8, -12)
                .map(tick -> new Tick(tenths(y(tick)), Integer.toString(tick)))
                .collect(toImmutableList()));
    return new HistogramPlot(
        first.axis(), drawn, new Template(HistogramPlot.class, "histogram.svg").fill(view));
  }

  /** At most five, at multiples of 1, 2.5 or 5 times a power of ten. */
  private static ImmutableList<Tick> ticks(Histogram axis) {
    double range = axis.high() - axis.low();
    double power = Math.pow(10, Math.floor(Math.log10(range)) - 1);
    double step =
        DoubleStream.of(1, 2.5, 5, 10, 25)
            .map(factor -> factor * power)
            .filter(candidate -> range / candidate < 5)
            .findFirst()
            .orElse(range);
    return IntStream.rangeClosed(
            (int) Math.ceil(axis.low() / step), (int) Math.floor(axis.high() / step))
        .mapToDouble(number -> number * step)
        .mapToObj(value -> new Tick(tenths(x((value - axis.low()) / range)), label(value)))
        .collect(toImmutableList());
  }

  private static String label(double value) {
    return BigDecimal.valueOf(value)
        .setScale(6, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Bins in which nothing lies end a line. */
  private static String path(ImmutableDoubleArray shares) {
    var path = new StringBuilder();
    boolean drawing = false;
    for (int bin = 0; bin < shares.length(); bin++) {
      boolean seen = shares.get(bin) > 0;
      if (seen) {
        path.append(drawing ? 'L' : 'M')
            .append(tenths(x(bin / (shares.length() - 1.0))))
            .append(',')
            .append(tenths(y(Math.log(shares.get(bin)))));
      }
      drawing = seen;
    }
    return path.toString();
  }

  private static double x(double share) {
    return 34 + share * 390;
  }

  private static double y(double logarithm) {
    return 8 + Math.max(LEAST, logarithm) / LEAST * 198;
  }

  private static String tenths(double position) {
    return String.format(Locale.ROOT, "%.1f", position);
  }

  /**
   * A line of the plot.
   *
   * @param dashes of SVG; empty for a solid line
   * @param width in units of the plot
   */
  record Line(String title, String color, String dashes, double width, String path) {}

  private record View(
      String axis, List<Line> lines, ImmutableList<Tick> xs, ImmutableList<Tick> ys) {}

  private record Tick(String at, String label) {}
}
