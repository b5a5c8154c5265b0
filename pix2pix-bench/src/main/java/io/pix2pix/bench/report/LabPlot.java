package io.pix2pix.bench.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.bench.metric.color.LabHistograms;
import io.pix2pix.bench.metric.color.LabHistograms.Axis;
import io.pix2pix.train.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often each shade occurs, as the natural logarithm of its share of all pixels (paper, figure
 * 7): a line for each cell, of its first seed that is done, and a thick one for the targets.
 *
 * @param axis of Lab
 * @param lines of cells, the targets' last
 * @param svg the plot
 */
record LabPlot(String axis, ImmutableList<Line> lines, String svg) {
  private static final ImmutableList<String> COLORS =
      ImmutableList.of(
          "#3b82f6", "#f0883e", "#1fa97c", "#c061cb", "#d6455d", "#8a8f2a", "#0ea5b7", "#9a6b4f");

  /** Tell lines apart where there are no colors: on paper. */
  private static final ImmutableList<String> DASHES =
      ImmutableList.of("", "7 2", "2 2", "9 2 2 2", "5 4");

  /** Natural logarithm of the least share that is drawn. */
  private static final double LEAST = -14;

  /** A plot for each axis; none where no evaluation kept histograms. */
  static ImmutableList<LabPlot> of(ResultTable table) {
    var titles = new ArrayList<String>();
    var histograms = new ArrayList<LabHistograms>();
    for (var row : table.rows()) {
      row.runs().stream()
          .flatMap(run -> run.evaluation().stream())
          .flatMap(evaluation -> MetricOfRun.of(evaluation, "lab-histogram").stream())
          .flatMap(metric -> metric.evidence().stream())
          .findFirst()
          .ifPresent(
              evidence -> {
                var counts = ImmutableDoubleArray.copyOf(evidence.sum());
                histograms.add(new LabHistograms(FigureRule.labWidth(counts.length()), counts));
                titles.add(row.title());
              });
    }
    return histograms.isEmpty()
        ? ImmutableList.of()
        : ImmutableList.of(
            plot(Axis.L, "L", titles, histograms),
            plot(Axis.A, "a", titles, histograms),
            plot(Axis.B, "b", titles, histograms));
  }

  private static LabPlot plot(
      Axis axis, String name, List<String> titles, List<LabHistograms> histograms) {
    var lines = ImmutableList.<Line>builder();
    for (int i = 0; i < titles.size(); i++) {
      var shares = histograms.get(i).shares(axis, true);
      lines.add(
          new Line(
              titles.get(i),
              COLORS.get(i % COLORS.size()),
              DASHES.get(i % DASHES.size()),
              1.5,
              path(shares)));
    }
    var targets = histograms.get(0).shares(axis, false);
    lines.add(new Line("targets", "currentColor", "", 2.5, path(targets)));
    var drawn = lines.build();
    var ticks = axis == Axis.L ? List.of(0, 25, 50, 75, 100) : List.of(-100, -50, 0, 50, 100);
    var view =
        new View(
            name,
            drawn,
            ticks.stream().map(tick -> tick(axis, tick)).collect(toImmutableList()),
            List.of(0, -4, -8, -12).stream()
                .map(tick -> new Tick(tenths(y(tick)), Integer.toString(tick)))
                .collect(toImmutableList()));
    return new LabPlot(name, drawn, new Template(LabPlot.class, "lab.svg").fill(view));
  }

  private static Tick tick(Axis axis, int value) {
    double last = axis.middle(axis.bins(1) - 1, 1);
    return new Tick(
        tenths(x((value - axis.middle(0, 1)) / (last - axis.middle(0, 1)))),
        Integer.toString(value));
  }

  /** Shades that do not occur end a line. */
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
