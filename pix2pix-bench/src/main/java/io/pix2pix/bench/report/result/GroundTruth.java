package io.pix2pix.bench.report.result;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.report.result.ResultTable.Entry;
import io.pix2pix.train.measure.MetricValue;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What metrics say of the targets themselves, such as {@code fcn-score.real.class-iou}: no cell
 * changes it, so that it stands in a row of its own, under the column {@code fcn-score.class-iou}.
 * Metrics declare these values: {@link io.pix2pix.api.metric.MetricFunction#groundTruth}. Where it
 * is not the same of all runs, they were measured by different means - the segmenter, say - and
 * their values do not compare.
 *
 * @param names of the values of targets, and the columns they belong to
 * @param entries by the name of the column
 * @param unlike metrics whose values do not compare
 */
record GroundTruth(
    ImmutableMap<String, String> names,
    ImmutableMap<String, Entry> entries,
    ImmutableList<String> unlike) {
  static final String TITLE = "ground truth";
  private static final double ROUNDING = 1e-4;

  /**
   * @param measured of all runs
   * @param runs that were measured
   */
  static GroundTruth of(ImmutableList<MetricName> measured, ImmutableList<ReportedRun> runs) {
    var known = measured.stream().map(MetricName::name).collect(toImmutableList());
    var pairs = new LinkedHashMap<String, String>();
    evaluations(runs)
        .flatMap(evaluation -> evaluation.metrics().values().stream())
        .map(metric -> metric.function().groundTruth())
        .forEach(pairs::putAll);
    pairs.entrySet().removeIf(pair -> !known.containsAll(List.of(pair.getKey(), pair.getValue())));
    var unlike =
        pairs.keySet().stream()
            .filter(name -> !isSame(values(runs, name)))
            .map(MetricName::metric)
            .distinct()
            .collect(toImmutableList());
    var names =
        pairs.entrySet().stream()
            .filter(pair -> !unlike.contains(MetricName.metric(pair.getKey())))
            .collect(toImmutableMap(pair -> pair.getKey(), pair -> pair.getValue()));
    var entries =
        names.entrySet().stream()
            .collect(toImmutableMap(pair -> pair.getValue(), pair -> entry(runs, pair.getKey())));
    return new GroundTruth(names, entries, unlike);
  }

  /** Whether a value is one of cells, and so a column. */
  boolean isOfCells(MetricName metric) {
    return !names.containsKey(metric.name());
  }

  /** Whether the values of a metric compare. */
  boolean compares(String metric) {
    return !unlike.contains(metric);
  }

  ImmutableList<String> remarks() {
    return unlike.stream()
        .map(
            metric ->
                metric
                    + ": its values of real images are not the same of all runs, so that these"
                    + " were measured by different means (another segmenter, or other settings of"
                    + " the metric): do not compare them; evaluate all runs anew in one folder")
        .collect(toImmutableList());
  }

  private static Entry entry(ImmutableList<ReportedRun> runs, String name) {
    var first = values(runs, name).get(0);
    return new Entry(first.value(), Double.NaN, 1, first.interval(), false);
  }

  private static List<MetricValue> values(ImmutableList<ReportedRun> runs, String name) {
    return evaluations(runs)
        .flatMap(evaluation -> evaluation.values().stream())
        .filter(value -> value.metric().name().equals(name))
        .toList();
  }

  private static Stream<StoredEvaluation> evaluations(ImmutableList<ReportedRun> runs) {
    return runs.stream().flatMap(run -> run.evaluation().stream());
  }

  private static boolean isSame(List<MetricValue> values) {
    DoubleSummaryStatistics summary =
        values.stream().mapToDouble(MetricValue::value).summaryStatistics();
    double distance = summary.getMax() - summary.getMin();
    return values.stream().allMatch(value -> Double.isNaN(value.value()))
        || distance <= ROUNDING * Math.max(1, Math.abs(summary.getMax()));
  }
}
