package io.pix2pix.bench.evaluation;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.train.measure.MeasuredMetric;
import io.pix2pix.train.measure.MetricValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What an evaluation found.
 *
 * @param values of the whole split, with intervals
 * @param names of the values that say something of a single image
 * @param images what these are for each, in the order of the split
 * @param metrics what every metric found, in their order
 */
public record EvaluationResult(
    ImmutableList<MetricValue> values,
    ImmutableList<MetricName> names,
    ImmutableList<OfImage> images,
    ImmutableList<OfMetric> metrics) {

  /**
   * @param settings spells out a metric
   */
  static EvaluationResult of(
      List<MeasuredMetric> measured, Pairs pairs, Function<MeasuredMetric, String> settings) {
    var single =
        measured.stream()
            .filter(one -> one.metric().function().describesSingleImages())
            .collect(ImmutableList.toImmutableList());
    return new EvaluationResult(
        measured.stream()
            .flatMap(one -> one.valuesWithIntervals().stream())
            .collect(ImmutableList.toImmutableList()),
        single.stream()
            .flatMap(one -> one.names().stream())
            .collect(ImmutableList.toImmutableList()),
        images(single, pairs),
        measured.stream()
            .map(one -> new OfMetric(settings.apply(one), one.names(), one.statistics()))
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<OfImage> images(List<MeasuredMetric> single, Pairs pairs) {
    var ofEach = single.stream().map(MeasuredMetric::ofEach).toList();
    return IntStream.range(0, pairs.size())
        .mapToObj(
            index ->
                new OfImage(
                    pairs.name(index),
                    ImmutableDoubleArray.copyOf(
                        ofEach.stream().flatMapToDouble(all -> Arrays.stream(all.get(index))))))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * What is known of one image.
   *
   * @param name of the pair
   * @param values one for each of {@link EvaluationResult#names}
   */
  public record OfImage(String name, ImmutableDoubleArray values) {}

  /**
   * What one metric found.
   *
   * @param settings the metric on one line of YAML, every setting spelled out
   * @param names of its values
   * @param statistics of each image, in the order of the split
   */
  public record OfMetric(
      String settings, ImmutableList<MetricName> names, PerImageStatistics statistics) {}
}
