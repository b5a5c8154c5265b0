package io.pix2pix.train.measure;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.InvalidInputException;
import io.pix2pix.api.Metric;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.data.Presentation;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.MetricAccumulator;
import io.pix2pix.api.metric.LongWork;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.EvaluatedImage;
import io.pix2pix.api.metric.EvaluationContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;

/** Several metrics at work on the same images: each image is generated once for all of them. */
public final class MetricAccumulators implements AutoCloseable {
  private final ImmutableList<MetricAccumulator> accumulators;
  private final Presentation presentation;

  private MetricAccumulators(ImmutableList<MetricAccumulator> accumulators, Presentation presentation) {
    this.accumulators = accumulators;
    this.presentation = presentation;
  }

  /**
   * Gets all metrics ready.
   *
   * @throws InvalidInputException if one cannot measure these images, or two give the same metric
   */
  public static MetricAccumulators open(List<Metric> metrics, EvaluationContext context) {
    var opened = new ArrayList<MetricAccumulator>();
    try {
      metrics.forEach(metric -> opened.add(metric.open(context)));
      var accumulators = new MetricAccumulators(ImmutableList.copyOf(opened), context.dataset());
      requireDistinct(accumulators.names());
      return accumulators;
    } catch (RuntimeException e) {
      opened.forEach(MetricAccumulator::close);
      throw e;
    }
  }

  /**
   * Finds out what {@link #open} would refuse, without what takes long.
   *
   * @return what all of them would give figures of
   * @throws InvalidInputException if one cannot measure these images, or two give the same metric
   */
  public static ImmutableList<MetricName> check(List<Metric> metrics, EvaluationContext context) {
    var names =
        metrics.stream()
            .flatMap(metric -> metric.check(context).stream())
            .collect(ImmutableList.toImmutableList());
    requireDistinct(names);
    return names;
  }

  /** What all of them give figures of. */
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
      Generation generation, Pairs pairs, LongWork.Progress progress) {
    var evidence = new ArrayList<ImmutableList.Builder<ImmutableDoubleArray>>();
    accumulators.forEach(accumulator -> evidence.add(ImmutableList.builder()));
    for (int i = 0; i < pairs.size(); i++) {
      var image = image(generation, pairs, i);
      for (int which = 0; which < accumulators.size(); which++) {
        evidence.get(which).add(accumulators.get(which).look(image));
      }
      progress.reached(i + 1L);
    }
    var measured = ImmutableList.<MeasuredMetric>builder();
    for (int which = 0; which < accumulators.size(); which++) {
      measured.add(new MeasuredMetric(accumulators.get(which), evidence.get(which).build()));
    }
    return measured.build();
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

  private static void requireDistinct(ImmutableList<MetricName> names) {
    var seen = new HashSet<String>();
    for (var metric : names) {
      if (!seen.add(metric.name())) {
        throw new InvalidInputException(
            "metrics: two of them give %s; name each once".formatted(metric.name()));
      }
    }
  }

  @Override
  public void close() {
    accumulators.forEach(MetricAccumulator::close);
  }
}
