package io.pix2pix.bench.evaluation;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.measure.MeasuredMetric;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What an evaluation found.
 *
 * @param figures of the whole split, with intervals
 * @param names that say something of a single image
 * @param images what they say of each, in the order of the split
 * @param evidence of every metric that keeps little of each image: what comparisons are drawn from
 */
public record EvaluationResult(
    ImmutableList<MetricValue> figures,
    ImmutableList<MetricName> names,
    ImmutableList<OfImage> images,
    ImmutableList<Evidence> evidence) {
  /** Numbers of an image; patches, which are many more, are not kept. */
  private static final int MOST = 10_000;

  static EvaluationResult of(ImmutableList<MeasuredMetric> measured, Pairs pairs) {
    var single = measured.stream().filter(one -> one.accumulator().judgesSingleImages()).toList();
    return new EvaluationResult(
        measured.stream()
            .flatMap(one -> one.figures().stream())
            .collect(ImmutableList.toImmutableList()),
        single.stream()
            .flatMap(one -> one.names().stream())
            .collect(ImmutableList.toImmutableList()),
        images(ImmutableList.copyOf(single), pairs),
        measured.stream()
            .filter(one -> one.evidence().get(0).length() <= MOST)
            .map(one -> new Evidence(one.names().get(0).name(), one.evidence()))
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<OfImage> images(ImmutableList<MeasuredMetric> single, Pairs pairs) {
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
   * The evidence of one metric.
   *
   * @param first the metric's first metric, which no other metric has
   * @param images of each image, in the order of the split
   */
  public record Evidence(String first, ImmutableList<ImmutableDoubleArray> images) {}
}
