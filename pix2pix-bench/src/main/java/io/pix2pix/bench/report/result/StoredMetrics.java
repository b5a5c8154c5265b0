package io.pix2pix.bench.report.result;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.train.experiment.PluginReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the metrics that runs were measured by. An evaluation keeps their settings; of one by an
 * earlier version, which did not, they are those of the study, or else the defaults.
 */
public final class StoredMetrics {
  private final PluginReader reader;

  /** Reads metrics from the settings that are stored with values. */
  public StoredMetrics(PluginReader reader) {
    this.reader = reader;
  }

  /**
   * The metrics by their names; those are missing that no plug-in knows, or no longer with such
   * settings.
   *
   * @param names of the metrics
   * @param settings that the evaluation kept, a line of YAML by the name of the metric
   * @param study lines of YAML: the metrics of the study, if there is one
   */
  ImmutableMap<String, Metric> of(
      List<String> names, Map<String, String> settings, List<String> study) {
    var found = ImmutableMap.<String, Metric>builder();
    for (var name : names) {
      var line = settings.containsKey(name) ? settings.get(name) : ofStudy(name, study);
      read(line).ifPresent(metric -> found.put(name, metric));
    }
    return found.buildOrThrow();
  }

  private String ofStudy(String name, List<String> study) {
    return study.stream()
        .filter(line -> reader.name(line).equals(Optional.of(name)))
        .findFirst()
        .orElse(name);
  }

  private Optional<Metric> read(String line) {
    try {
      return Optional.of(reader.read(Metric.class, line, "metric"));
    } catch (InvalidInputException e) {
      return Optional.empty(); // its values are shown, but not compared
    }
  }
}
