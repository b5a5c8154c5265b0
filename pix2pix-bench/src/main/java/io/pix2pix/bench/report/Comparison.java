package io.pix2pix.bench.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Better;
import io.pix2pix.api.metric.Quantity;
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

  private final ImmutableList<Quantity> quantities;
  private final ImmutableList<ImmutableList<MetricOfRun>> cells;

  /**
   * @param quantities of the metric
   * @param cells the runs of each, measured on the same images; a cell may have none
   */
  Comparison(ImmutableList<Quantity> quantities, ImmutableList<ImmutableList<MetricOfRun>> cells) {
    this.quantities = quantities;
    this.cells = cells;
  }

  /** For each cell, an entry for each quantity; none for a cell without runs. */
  ImmutableList<ImmutableList<Entry>> entries() {
    var intervals = canBeDrawn() ? drawn() : ImmutableList.<Interval>of();
    return IntStream.range(0, cells.size())
        .mapToObj(cell -> entries(cell, intervals))
        .collect(toImmutableList());
  }

  private ImmutableList<Entry> entries(int cell, List<Interval> intervals) {
    return cells.get(cell).isEmpty()
        ? ImmutableList.of()
        : IntStream.range(0, quantities.size())
            .mapToObj(quantity -> entry(cell, quantity, intervals))
            .collect(toImmutableList());
  }

  private Entry entry(int cell, int quantity, List<Interval> intervals) {
    var values = values(cell, quantity);
    double mean = mean(cell, quantity);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : Double.NaN;
    var interval =
        intervals.isEmpty()
            ? noted(cell, quantity)
            : intervals.get(cell * quantities.size() + quantity);
    return new Entry(mean, deviation, values.length, interval, isBest(cell, quantity, intervals));
  }

  /** Without evidence, the interval of the one seed; of several, it is not known. */
  private Interval noted(int cell, int quantity) {
    var runs = cells.get(cell);
    return runs.size() == 1 ? runs.get(0).figures().get(quantity).interval() : Interval.UNKNOWN;
  }

  private boolean isBest(int cell, int quantity, List<Interval> intervals) {
    int half = cells.size() * quantities.size();
    return !intervals.isEmpty()
        && filled() > 1
        && haveEqualSeeds()
        && best(quantity) == cell
        && IntStream.range(0, cells.size())
            .filter(other -> other != cell && !cells.get(other).isEmpty())
            .mapToObj(other -> intervals.get(half + other * quantities.size() + quantity))
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
  private int best(int quantity) {
    var better = quantities.get(quantity).better();
    int best = -1;
    for (int cell = 0; cell < cells.size() && better != Better.NEITHER; cell++) {
      double sign = better == Better.HIGHER ? 1 : -1;
      if (!cells.get(cell).isEmpty()
          && !Double.isNaN(mean(cell, quantity))
          && (best < 0 || sign * mean(cell, quantity) > sign * mean(best, quantity))) {
        best = cell;
      }
    }
    return best;
  }

  private double mean(int cell, int quantity) {
    return Arrays.stream(values(cell, quantity)).average().orElse(Double.NaN);
  }

  private double[] values(int cell, int quantity) {
    return cells.get(cell).stream()
        .mapToDouble(run -> run.figures().get(quantity).value())
        .toArray();
  }

  private boolean canBeDrawn() {
    return cells.stream().anyMatch(runs -> !runs.isEmpty())
        && cells.stream().flatMap(List::stream).allMatch(run -> run.evidence().isPresent());
  }

  /** First the intervals of all cells, quantity by quantity; then those of the best's lead. */
  private ImmutableList<Interval> drawn() {
    int images =
        cells.stream()
            .flatMap(List::stream)
            .findFirst()
            .orElseThrow()
            .evidence()
            .orElseThrow()
            .images();
    var best = IntStream.range(0, quantities.size()).map(this::best).toArray();
    return BOOTSTRAP.intervals(images, positions -> figures(times(images, positions), best));
  }

  private double[] figures(int[] times, int[] best) {
    int count = quantities.size();
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
    var mean = new double[quantities.size()];
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
