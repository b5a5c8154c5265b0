package io.pix2pix.bench.report.result;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricFunction.Selections;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.report.result.ResultTable.Entry;
import io.pix2pix.bench.report.result.StoredEvaluation.StoredMetric;
import io.pix2pix.train.measure.Bootstrap;
import io.pix2pix.train.measure.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares cells by one metric. The images are drawn anew 1000 times (fewer where the metric says
 * so), with repetition, the same draw for all cells (a paired bootstrap); of each draw every cell
 * gets the mean of its seeds. A cell is best where the interval of 95 % of its difference to each
 * other cell leaves out zero. The test sees the choice of images, not that of seeds.
 */
public final class PairedComparison {
  private static final int DRAWS = 1000;
  private static final long SEED = 1;

  private final ImmutableList<MetricName> names;
  private final ImmutableList<ImmutableList<StoredMetric>> cells;

  /**
   * @param names of the metric
   * @param cells the runs of each, measured on the same images; a cell may have none
   */
  PairedComparison(
      ImmutableList<MetricName> names, ImmutableList<ImmutableList<StoredMetric>> cells) {
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
        intervals.isEmpty() ? noted(cell, metric) : intervals.get(cell * names.size() + metric);
    return new Entry(mean, deviation, values.length, interval, isBest(cell, metric, intervals));
  }

  /** Without evidence, the interval of the one seed; of several, it is not known. */
  private Interval noted(int cell, int metric) {
    var runs = cells.get(cell);
    return runs.size() == 1 ? runs.get(0).values().get(metric).interval() : Interval.UNKNOWN;
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
    return cells.get(cell).stream().mapToDouble(run -> run.values().get(metric).value()).toArray();
  }

  private boolean canBeDrawn() {
    return cells.stream().anyMatch(runs -> !runs.isEmpty())
        && cells.stream().flatMap(List::stream).allMatch(run -> run.evidence().isPresent());
  }

  /** First the intervals of all cells, metric by metric; then those of the best's lead. */
  private ImmutableList<Interval> drawn() {
    var evidence =
        cells.stream()
            .flatMap(List::stream)
            .map(run -> run.evidence().orElseThrow())
            .collect(toImmutableList());
    int images = evidence.get(0).statistics().size();
    int draws =
        evidence.stream().mapToInt(one -> one.function().resamples()).reduce(DRAWS, Math::min);
    var best = IntStream.range(0, names.size()).map(this::best).toArray();
    var selections = cells.stream().map(PairedComparison::selections).collect(toImmutableList());
    return new Bootstrap(draws, SEED)
        .intervals(
            images, positions -> values(selections, Bootstrap.counts(images, positions), best));
  }

  private static ImmutableList<Selections> selections(List<StoredMetric> runs) {
    return runs.stream()
        .map(run -> run.evidence().orElseThrow())
        .map(evidence -> evidence.function().over(evidence.statistics()))
        .collect(toImmutableList());
  }

  private double[] values(List<ImmutableList<Selections>> selections, int[] counts, int[] best) {
    int size = names.size();
    var means = selections.stream().map(runs -> mean(runs, counts)).toList();
    var values = new double[2 * cells.size() * size];
    for (int cell = 0; cell < cells.size(); cell++) {
      for (int i = 0; i < size; i++) {
        int at = cell * size + i;
        values[at] = means.get(cell)[i];
        values[cells.size() * size + at] =
            best[i] < 0 ? Double.NaN : means.get(best[i])[i] - means.get(cell)[i];
      }
    }
    return values;
  }

  private double[] mean(List<Selections> runs, int[] counts) {
    var mean = new double[names.size()];
    Arrays.fill(mean, runs.isEmpty() ? Double.NaN : 0);
    for (var run : runs) {
      var values = run.compute(counts);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += values[i] / runs.size();
      }
    }
    return mean;
  }
}
