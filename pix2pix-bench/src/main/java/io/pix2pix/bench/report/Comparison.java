package io.pix2pix.bench.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.train.measure.Bootstrap;
import io.pix2pix.train.measure.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares cells by one metric. The images are drawn anew 1000 times, with repetition, the same
 * draw for all cells (a paired bootstrap); of each draw every cell gets the mean of its seeds. A
 * cell is best where the interval of 95 % of its difference to each other cell leaves out zero. The
 * test sees the choice of images, not that of seeds.
 */
final class Comparison {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 1);

  private final ImmutableList<MetricName> names;
  private final ImmutableList<ImmutableList<MetricOfRun>> cells;

  /**
   * @param names of the metric
   * @param cells the runs of each, measured on the same images; a cell may have none
   */
  Comparison(ImmutableList<MetricName> names, ImmutableList<ImmutableList<MetricOfRun>> cells) {
    this.names = names;
    this.cells = cells;
  }

  /** For each cell, an entry for each metric; none for a cell without runs. */
  ImmutableList<ImmutableList<Entry>> entries() {
    var intervals = canBeDrawn() ? drawn() : ImmutableList.<Interval>of();
    return IntStream.range(0, cells.size())
        .mapToObj(cell -> entries(cell, intervals))
        .collect(toImmutableList());
  }

  private ImmutableList<Entry> entries(int cell, List<Interval> intervals) {
    return cells.get(cell).isEmpty()
        ? ImmutableList.of()
        : IntStream.range(0, names.size())
            .mapToObj(metric -> entry(cell, metric, intervals))
            .collect(toImmutableList());
  }

  private Entry entry(int cell, int metric, List<Interval> intervals) {
    var values = values(cell, metric);
    double mean = mean(cell, metric);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : Double.NaN;
    var interval =
        intervals.isEmpty()
            ? noted(cell, metric)
            : intervals.get(cell * names.size() + metric);
    return new Entry(mean, deviation, values.length, interval, isBest(cell, metric, intervals));
  }

  /** Without evidence, the interval of the one seed; of several, it is not known. */
  private Interval noted(int cell, int metric) {
    var runs = cells.get(cell);
    return runs.size() == 1 ? runs.get(0).figures().get(metric).interval() : Interval.UNKNOWN;
  }

  private boolean isBest(int cell, int metric, List<Interval> intervals) {
    int half = cells.size() * names.size();
    return !intervals.isEmpty()
        && filled() > 1
        && haveEqualSeeds()
        && best(metric) == cell
        && IntStream.range(0, cells.size())
            .filter(other -> other != cell && !cells.get(other).isEmpty())
            .mapToObj(other -> intervals.get(half + other * names.size() + metric))
            .allMatch(difference -> difference.low() > 0 || difference.high() < 0);
  }

  /** Else a lucky seed alone would be called better than the mean of several. */
  private boolean haveEqualSeeds() {
    return cells.stream().filter(runs -> !runs.isEmpty()).mapToInt(List::size).distinct().count()
        == 1;
  }

  private long filled() {
    return cells.stream().filter(runs -> !runs.isEmpty()).count();
  }

  /** The cell with the best mean; -1 where no value is better than another. */
  private int best(int metric) {
    var better = names.get(metric).direction();
    int best = -1;
    for (int cell = 0; cell < cells.size() && better != Direction.NEITHER; cell++) {
      double sign = better == Direction.HIGHER ? 1 : -1;
      if (!cells.get(cell).isEmpty()
          && !Double.isNaN(mean(cell, metric))
          && (best < 0 || sign * mean(cell, metric) > sign * mean(best, metric))) {
        best = cell;
      }
    }
    return best;
  }

  private double mean(int cell, int metric) {
    return Arrays.stream(values(cell, metric)).average().orElse(Double.NaN);
  }

  private double[] values(int cell, int metric) {
    return cells.get(cell).stream()
        .mapToDouble(run -> run.figures().get(metric).value())
        .toArray();
  }

  private boolean canBeDrawn() {
    return cells.stream().anyMatch(runs -> !runs.isEmpty())
        && cells.stream().flatMap(List::stream).allMatch(run -> run.evidence().isPresent());
  }

  /** First the intervals of all cells, metric by metric; then those of the best's lead. */
  private ImmutableList<Interval> drawn() {
    int images =
        cells.stream()
            .flatMap(List::stream)
            .findFirst()
            .orElseThrow()
            .evidence()
            .orElseThrow()
            .images();
    var best = IntStream.range(0, names.size()).map(this::best).toArray();
    return BOOTSTRAP.intervals(images, positions -> figures(times(images, positions), best));
  }

  private double[] figures(int[] times, int[] best) {
    int count = names.size();
    var means = new ArrayList<double[]>();
    cells.forEach(runs -> means.add(mean(runs, times)));
    var figures = new double[2 * cells.size() * count];
    for (int cell = 0; cell < cells.size(); cell++) {
      for (int i = 0; i < count; i++) {
        int at = cell * count + i;
        figures[at] = means.get(cell)[i];
        figures[cells.size() * count + at] =
            best[i] < 0 ? Double.NaN : means.get(best[i])[i] - means.get(cell)[i];
      }
    }
    return figures;
  }

  private double[] mean(List<MetricOfRun> runs, int[] times) {
    var mean = new double[names.size()];
    Arrays.fill(mean, runs.isEmpty() ? Double.NaN : 0);
    for (var run : runs) {
      var figures = run.evidence().orElseThrow().figures(times);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += figures[i] / runs.size();
      }
    }
    return mean;
  }

  private static int[] times(int images, int[] positions) {
    var times = new int[images];
    Arrays.stream(positions).forEach(position -> times[position]++);
    return times;
  }
}
