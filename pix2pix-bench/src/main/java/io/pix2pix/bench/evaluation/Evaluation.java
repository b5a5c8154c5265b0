package io.pix2pix.bench.evaluation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Metric;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.translation.Translator;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Translates every pair of a split and measures the results.
 *
 * @param metrics by name
 */
public record Evaluation(ImmutableMap<String, Metric> metrics) {

  /** Every metric there is, with its defaults. */
  @Inject
  Evaluation(PluginReader reader) {
    this(reader.all(Metric.class));
  }

  /**
   * The mean of each metric over all pairs. All sizes are checked before the first translation.
   *
   * @param translator as it is to be judged
   * @param pairs conditions, and the targets to compare with
   * @param progress is told how many images are done
   * @throws io.pix2pix.api.InvalidInputException if the generator cannot take an image; the message
   *     names it
   */
  public ImmutableList<Figure> evaluate(Translator translator, Pairs pairs, LongConsumer progress) {
    for (int i = 0; i < pairs.size(); i++) {
      translator.check(pairs.shape(i).condition(), pairs.name(i));
    }
    var sums = new LinkedHashMap<String, Double>();
    for (int i = 0; i < pairs.size(); i++) {
      var pair = pairs.read(i);
      var generated = translator.translate(pair.condition(), pairs.name(i));
      metrics.forEach(
          (name, metric) ->
              sums.merge(name, metric.measure(generated, pair.target()), Double::sum));
      progress.accept(i + 1L);
    }
    return sums.entrySet().stream()
        .map(sum -> figure(sum, pairs.size()))
        .collect(ImmutableList.toImmutableList());
  }

  private Figure figure(Map.Entry<String, Double> sum, int images) {
    var name = sum.getKey();
    var metric = Objects.requireNonNull(metrics.get(name));
    return new Figure(name, metric.unit(), sum.getValue() / images);
  }
}
