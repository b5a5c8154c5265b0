package io.pix2pix.train.measure;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.api.progress.ProgressListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several metrics at work on the same images: each image is generated once for all of them. */
public final class MetricAccumulators implements AutoCloseable {
  private final ImmutableList<Metric> metrics;
  private final ImmutableList<MetricAccumulator> accumulators;
  private final ImageCodec presentation;

  private MetricAccumulators(
      List<Metric> metrics, List<MetricAccumulator> accumulators, ImageCodec presentation) {
    this.metrics = ImmutableList.copyOf(metrics);
    this.accumulators = ImmutableList.copyOf(accumulators);
    this.presentation = presentation;
  }

  /**
   * Gets all metrics ready.
   *
   * @throws InvalidInputException if one cannot measure these images, or two are called the same
   */
  public static MetricAccumulators open(List<Metric> metrics, EvaluationContext context) {
    var opened = new ArrayList<MetricAccumulator>();
    try {
      metrics.forEach(metric -> opened.add(metric.open(context)));
      var accumulators = new MetricAccumulators(metrics, opened, context.dataset());
      requireDistinct(opened.stream().map(MetricAccumulator::names).toList());
      return accumulators;
    } catch (RuntimeException e) {
      opened.forEach(MetricAccumulator::close);
      throw e;
    }
  }

  /**
   * Finds out what {@link #open} would refuse, without what takes long.
   *
   * @return what the values of all of them would be called
   * @throws InvalidInputException if one cannot measure these images, or two are called the same
   */
  public static ImmutableList<MetricName> check(List<Metric> metrics, EvaluationContext context) {
    var names = metrics.stream().map(metric -> metric.check(context)).toList();
    requireDistinct(names);
    return names.stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
  }

  /** What the values of all of them are called. */
  public ImmutableList<MetricName> names() {
    return accumulators.stream()
        .flatMap(accumulator -> accumulator.names().stream())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Generates an image for every pair and looks at it, as people would see it.
   *
   * @param generation makes the images
   * @param pairs that the accumulators were opened for
   * @param progress is told how many images are done
   */
  public ImmutableList<MeasuredMetric> measure(
      Generation generation, Pairs pairs, ProgressListener.Progress progress) {
    var found = new ArrayList<ImmutableList.Builder<ImmutableDoubleArray>>();
    accumulators.forEach(accumulator -> found.add(ImmutableList.builder()));
    for (int i = 0; i < pairs.size(); i++) {
      var image = image(generation, pairs, i);
      for (int which = 0; which < accumulators.size(); which++) {
        found.get(which).add(accumulators.get(which).update(image));
      }
      progress.reached(i + 1L);
    }
    return IntStream.range(0, accumulators.size())
        .mapToObj(which -> measured(which, found.get(which).build()))
        .collect(ImmutableList.toImmutableList());
  }

  private MeasuredMetric measured(int which, ImmutableList<ImmutableDoubleArray> images) {
    var accumulator = accumulators.get(which);
    return new MeasuredMetric(
        metrics.get(which),
        accumulator.names(),
        new PerImageStatistics(images, accumulator.constants()));
  }

  private EvaluatedImage image(Generation generation, Pairs pairs, int index) {
    var pair = pairs.read(index);
    var name = pairs.name(index);
    var condition = pair.condition();
    IntFunction<Image> draw =
        number -> presentation.showTarget(condition, generation.generate(condition, name, number));
    var generated = draw.apply(0);
    return new EvaluatedImage(
        name,
        presentation.showCondition(condition),
        generated,
        presentation.showTarget(condition, pair.target()),
        number -> number == 0 ? generated : draw.apply(number));
  }

  /** Files and reports tell metrics apart by what their values are called. */
  private static void requireDistinct(List<ImmutableList<MetricName>> metrics) {
    var seen = new HashSet<String>();
    for (var names : metrics) {
      for (var metric : names.stream().map(MetricName::metric).distinct().toList()) {
        if (!seen.add(metric)) {
          throw new InvalidInputException(
              "metrics: two of them give %s; name each once".formatted(metric));
        }
      }
    }
  }

  @Override
  public void close() {
    accumulators.forEach(MetricAccumulator::close);
  }
}
