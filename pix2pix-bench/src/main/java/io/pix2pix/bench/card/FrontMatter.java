package io.pix2pix.bench.card;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.train.measure.MetricValue;
import java.util.Collection;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The YAML above a model card, which the Hub reads. */
final class FrontMatter {
  private static final ImmutableList<String> TAGS =
      ImmutableList.of("pix2pix", "image-to-image", "conditional-gan", "gan");
  private static final String TASK = "image-to-image";

  private FrontMatter() {}

  /** The lines, with those that begin and end it. */
  static String of(CardFacts facts) {
    var matter = ImmutableMap.<String, Object>builder();
    facts.settings().license().ifPresent(license -> matter.put("license", license));
    matter.put("library_name", "pix2pix");
    matter.put("pipeline_tag", TASK);
    matter.put("tags", TAGS);
    facts.dataset().ifPresent(set -> matter.put("datasets", ImmutableList.of(set)));
    if (!facts.values().isEmpty()) {
      matter.put("metrics", facts.metrics());
      matter.put("model-index", ImmutableList.of(index(facts)));
    }
    return new YAMLMapper().writeValueAsString(matter.buildOrThrow()) + "---\n";
  }

  private static ImmutableMap<String, Object> index(CardFacts facts) {
    var results =
        facts.values().asMap().entrySet().stream()
            .map(entry -> result(facts, entry.getKey(), entry.getValue()))
            .collect(ImmutableList.toImmutableList());
    return ImmutableMap.of("name", facts.run().folder().name(), "results", results);
  }

  private static ImmutableMap<String, Object> result(
      CardFacts facts, EvaluationKey key, Collection<MetricValue> values) {
    var set = facts.dataset().orElse("drawn");
    return ImmutableMap.of(
        "task",
        Map.of("type", TASK),
        "dataset",
        ImmutableMap.of("name", set, "type", set, "split", key.split()),
        "metrics",
        values.stream()
            .filter(value -> Double.isFinite(value.value()))
            .map(FrontMatter::metric)
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableMap<String, Object> metric(MetricValue value) {
    return ImmutableMap.of(
        "type", value.metric().metric(),
        "name", value.metric().name(),
        "value", value.value());
  }
}
