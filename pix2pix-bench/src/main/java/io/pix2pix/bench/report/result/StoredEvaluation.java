package io.pix2pix.bench.report.result;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricFunction;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.bench.evaluation.EvaluationFiles;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.evaluation.MetricsFile;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.run.RunFolder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

  /**
   * What one metric found of one run.
   *
   * @param values of the metric, in its order
   * @param evidence that they follow from, if it was kept
   */
  public record StoredMetric(ImmutableList<MetricValue> values, Optional<Evidence> evidence) {
    private static final double ROUNDING = 1e-4;

    /**
     * Statistics that do not give the values are not believed: they are of another evaluation, or
     * of a metric with other settings.
     *
     * @param function of the metric, where it is known
     * @param statistics of the images, where they were kept
     */
    static StoredMetric of(
        ImmutableList<MetricValue> values,
        Optional<MetricFunction> function,
        Optional<PerImageStatistics> statistics) {
      return new StoredMetric(
          values,
          function
              .flatMap(how -> statistics.map(found -> new Evidence(how, found)))
              .filter(evidence -> evidence.gives(values)));
    }

    /**
     * The statistics of images, and how values follow from them.
     *
     * @param function of the metric
     * @param statistics of every image
     */
    public record Evidence(MetricFunction function, PerImageStatistics statistics) {

      private boolean gives(ImmutableList<MetricValue> values) {
        double[] found;
        try {
          found = function.compute(statistics, statistics.everyImage());
        } catch (RuntimeException e) {
          return false; // made for other statistics, by another version of a plug-in for example
        }
        boolean same = found.length == values.size();
        for (int i = 0; same && i < found.length; i++) {
          same = isNear(found[i], values.get(i).value());
        }
        return same;
      }

      private static boolean isNear(double found, double stored) {
        return Double.isNaN(stored)
            ? Double.isNaN(found)
            : Math.abs(found - stored) <= ROUNDING * Math.max(1, Math.abs(stored));
      }
    }
  }

  /**
   * Reads evaluations, and finds the metrics that runs were measured by. An evaluation keeps their
   * settings; of one by an earlier version, which did not, they are those of the study, or else the
   * defaults.
   */
  public static final class Reader {
    private static final ImmutableList<String> SPLITS = ImmutableList.of("train", "val", "test");

    private final PluginReader plugins;

    /** Reads metrics from the settings that are stored with values. */
    public Reader(PluginReader plugins) {
      this.plugins = plugins;
    }

    /**
     * Reads the evaluation of a run, if it was measured.
     *
     * @param study lines of YAML: what a study says that the run was measured by; may be empty
     * @throws InvalidInputException if a file is damaged
     */
    public Optional<StoredEvaluation> read(RunFolder run, List<String> study) {
      var all = new MetricsFile(run.metrics()).read();
      var files = new EvaluationFiles(run.evaluations());
      return newest(all.keySet())
          .map(
              key ->
                  new StoredEvaluation(
                      key,
                      all.get(key),
                      files.images(key),
                      metrics(names(all.get(key)), files.settings(key), study),
                      files));
    }

    /** Of equal ones, the last wins. */
    private static Optional<EvaluationKey> newest(Iterable<EvaluationKey> all) {
      Comparator<EvaluationKey> bySplit = Comparator.comparing(one -> SPLITS.indexOf(one.split()));
      var order = bySplit.thenComparing(EvaluationKey::step);
      return Streams.stream(all).reduce((one, next) -> order.compare(one, next) > 0 ? one : next);
    }

    private static List<String> names(List<MetricValue> values) {
      return values.stream().map(value -> value.metric().metric()).distinct().toList();
    }

    /**
     * The metrics by their names; those are missing that no plug-in knows, or no longer with such
     * settings.
     *
     * @param settings that the evaluation kept, a line of YAML by the name of the metric
     */
    private ImmutableMap<String, Metric> metrics(
        List<String> names, Map<String, String> settings, List<String> study) {
      var found = ImmutableMap.<String, Metric>builder();
      for (var name : names) {
        var line = settings.containsKey(name) ? settings.get(name) : ofStudy(name, study);
        metric(line).ifPresent(metric -> found.put(name, metric));
      }
      return found.buildOrThrow();
    }

    private String ofStudy(String name, List<String> study) {
      return study.stream()
          .filter(line -> plugins.name(line).equals(Optional.of(name)))
          .findFirst()
          .orElse(name);
    }

    private Optional<Metric> metric(String line) {
      try {
        return Optional.of(plugins.read(Metric.class, line, "metric"));
      } catch (InvalidInputException e) {
        return Optional.empty(); // its values are shown, but not compared
      }
    }
  }
}
