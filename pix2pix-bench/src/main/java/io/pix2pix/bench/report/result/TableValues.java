package io.pix2pix.bench.report.result;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.bench.report.result.ResultTable.Entry;
import io.pix2pix.bench.report.result.StoredEvaluation.StoredMetric;
import io.pix2pix.train.measure.MetricValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one table.
 *
 * @param columns what was measured of cells
 * @param entries of each cell, by the name of the value
 * @param groundTruth what was measured of the targets themselves, by the name of the column
 * @param remarks what keeps values from being compared
 */
record TableValues(
    ImmutableList<MetricName> columns,
    ImmutableList<ImmutableMap<String, Entry>> entries,
    ImmutableMap<String, Entry> groundTruth,
    ImmutableList<String> remarks) {

  /**
   * @param runs of each cell, all measured on the same images
   */
  static TableValues of(ImmutableList<ImmutableList<ReportedRun>> runs) {
    var measured = measured(runs);
    var all = runs.stream().flatMap(List::stream).collect(toImmutableList());
    var truth = GroundTruth.of(measured, all);
    var checkpoints = MeasuredCheckpoint.remarks(all);
    var entries =
        entries(measured, runs).stream()
            .map(cell -> judged(cell, truth, checkpoints.isEmpty()))
            .collect(toImmutableList());
    return new TableValues(
        measured.stream().filter(truth::isOfCells).collect(toImmutableList()),
        entries,
        truth.entries(),
        ImmutableList.<String>builder().addAll(truth.remarks()).addAll(checkpoints).build());
  }

  /** Nothing is called best among values that do not compare. */
  private static ImmutableMap<String, Entry> judged(
      Map<String, Entry> cell, GroundTruth truth, boolean alike) {
    return cell.entrySet().stream()
        .collect(
            toImmutableMap(
                Map.Entry::getKey,
                one ->
                    alike && truth.compares(MetricName.metric(one.getKey()))
                        ? one.getValue()
                        : one.getValue().unjudged()));
  }

  private static ImmutableList<Map<String, Entry>> entries(
      ImmutableList<MetricName> measured, ImmutableList<ImmutableList<ReportedRun>> runs) {
    var entries = new ArrayList<Map<String, Entry>>();
    runs.forEach(cell -> entries.add(new LinkedHashMap<>()));
    measured.stream()
        .map(MetricName::metric)
        .distinct()
        .forEach(metric -> compare(metric, measured, runs, entries));
    return ImmutableList.copyOf(entries);
  }

  private static void compare(
      String metric,
      ImmutableList<MetricName> measured,
      ImmutableList<ImmutableList<ReportedRun>> runs,
      List<Map<String, Entry>> entries) {
    var names =
        measured.stream().filter(name -> name.metric().equals(metric)).collect(toImmutableList());
    var cells = runs.stream().map(cell -> of(metric, names, cell)).collect(toImmutableList());
    var found = new PairedComparison(names, cells).entries();
    for (int cell = 0; cell < found.size(); cell++) {
      for (int i = 0; i < found.get(cell).size(); i++) {
        entries.get(cell).put(names.get(i).name(), found.get(cell).get(i));
      }
    }
  }

  /** Only runs that have all values of the metric. */
  private static ImmutableList<StoredMetric> of(
      String metric, ImmutableList<MetricName> names, ImmutableList<ReportedRun> runs) {
    return runs.stream()
        .flatMap(run -> run.evaluation().stream())
        .flatMap(evaluation -> evaluation.metric(metric).stream())
        .filter(found -> found.values().stream().map(MetricValue::metric).toList().equals(names))
        .collect(toImmutableList());
  }

  private static ImmutableList<MetricName> measured(
      ImmutableList<ImmutableList<ReportedRun>> runs) {
    return runs.stream()
        .flatMap(List::stream)
        .flatMap(run -> run.evaluation().stream())
        .flatMap(evaluation -> evaluation.values().stream())
        .map(MetricValue::metric)
        .distinct()
        .collect(toImmutableList());
  }
}
