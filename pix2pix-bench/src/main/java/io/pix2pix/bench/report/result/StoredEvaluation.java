package io.pix2pix.bench.report.result;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.bench.evaluation.EvaluationFiles;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.evaluation.MetricsFile;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.run.RunFolder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The evaluation of a run that a report shows: of split {@code test}, else {@code val}, the newest
 * checkpoint, and of several such the last in {@code metrics.csv}.
 *
 * @param key what was evaluated
 * @param values in their order
 * @param images names of the images, in the order of their statistics; none where they were not
 *     kept
 * @param metrics that gave the values, by name, as far as they are known here
 * @param files with the statistics of images, which may be missing
 */
public record StoredEvaluation(
    EvaluationKey key,
    ImmutableList<MetricValue> values,
    ImmutableList<String> images,
    ImmutableMap<String, Metric> metrics,
    EvaluationFiles files) {
  private static final ImmutableList<String> SPLITS = ImmutableList.of("train", "val", "test");

  /**
   * Reads it, if the run was measured.
   *
   * @param settings finds metrics
   * @param study lines of YAML: what a study says that the run was measured by; may be empty
   * @throws io.pix2pix.api.error.InvalidInputException if a file is damaged
   */
  public static Optional<StoredEvaluation> read(
      RunFolder run, StoredMetrics settings, List<String> study) {
    var all = new MetricsFile(run.metrics()).read();
    var files = new EvaluationFiles(run.evaluations());
    return newest(all.keySet())
        .map(
            key ->
                new StoredEvaluation(
                    key,
                    all.get(key),
                    files.images(key),
                    settings.of(names(all.get(key)), files.settings(key), study),
                    files));
  }

  private static List<String> names(List<MetricValue> values) {
    return values.stream().map(value -> value.metric().metric()).distinct().toList();
  }

  /** Of equal ones, the last wins. */
  private static Optional<EvaluationKey> newest(Iterable<EvaluationKey> all) {
    Comparator<EvaluationKey> bySplit = Comparator.comparing(one -> SPLITS.indexOf(one.split()));
    var order = bySplit.thenComparing(EvaluationKey::step);
    return Streams.stream(all).reduce((one, next) -> order.compare(one, next) > 0 ? one : next);
  }

  /** How the values of a metric follow from statistics, where the metric is known here. */
  Optional<MetricFunction> function(String metric) {
    return Optional.ofNullable(metrics.get(metric)).map(Metric::function);
  }

  /** What a metric found, if the run was measured by it. */
  public Optional<StoredMetric> metric(String metric) {
    var own =
        values.stream()
            .filter(value -> value.metric().metric().equals(metric))
            .collect(ImmutableList.toImmutableList());
    return own.isEmpty() ? Optional.empty() : Optional.of(stored(metric, own));
  }

  private StoredMetric stored(String metric, ImmutableList<MetricValue> own) {
    var statistics =
        images.isEmpty()
            ? Optional.<PerImageStatistics>empty()
            : files
                .statistics(key, own.get(0).metric())
                .filter(found -> found.size() == images.size());
    return StoredMetric.of(own, function(metric), statistics);
  }
}
