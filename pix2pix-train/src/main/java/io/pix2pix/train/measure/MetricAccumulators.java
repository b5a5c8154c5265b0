package io.pix2pix.train.measure;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.train.translation.Translator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several metrics at work on the same images: each image is generated once for all of them. Used by
 * one thread at a time.
 */
public final class MetricAccumulators implements AutoCloseable {
  private static final int IMAGES_AT_ONCE = 4;

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
      var accumulators = new MetricAccumulators(metrics, opened, context.data().codec());
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
    for (int first = 0; first < pairs.size(); first += IMAGES_AT_ONCE) {
      int end = Math.min(first + IMAGES_AT_ONCE, pairs.size());
      for (var image : images(generation, pairs, IntStream.range(first, end))) {
        for (int which = 0; which < accumulators.size(); which++) {
          found.get(which).add(accumulators.get(which).update(image));
        }
      }
      progress.reached(end);
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

  private List<EvaluatedImage> images(Generation generation, Pairs pairs, IntStream indices) {
    var read = indices.mapToObj(index -> new NamedPair(pairs.name(index), pairs.read(index)));
    var some = read.toList();
    var generated = generation.generate(some.stream().map(NamedPair::input).toList(), 0);
    return IntStream.range(0, some.size())
        .mapToObj(i -> evaluated(generation, some.get(i), generated.get(i)))
        .toList();
  }

  private EvaluatedImage evaluated(Generation generation, NamedPair named, Image generated) {
    var condition = named.pair().condition();
    var shown = shown(named.pair(), generated);
    return new EvaluatedImage(
        named.name(),
        presentation.showCondition(condition),
        shown,
        presentation.showTarget(condition, named.pair().target()),
        number ->
            number == 0
                ? shown
                : shown(
                    named.pair(),
                    generation.generate(ImmutableList.of(named.input()), number).get(0)),
        named.pair().mask());
  }

  private Image shown(ImagePair pair, Image generated) {
    return presentation.showTarget(pair.condition(), HiddenPixels.of(pair, generated));
  }

  /** A pair that was read. */
  private record NamedPair(String name, ImagePair pair) {
    Translator.Input input() {
      return new Translator.Input(pair.condition(), name);
    }
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
