package io.pix2pix.train.measure;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;

/** Several metrics at work on the same images: each image is generated once for all of them. */
public final class Gauges implements AutoCloseable {
  private final ImmutableList<Gauge> gauges;
  private final ImageCodec presentation;

  private Gauges(ImmutableList<Gauge> gauges, ImageCodec presentation) {
    this.gauges = gauges;
    this.presentation = presentation;
  }

  /**
   * Gets all metrics ready.
   *
   * @throws InvalidInputException if one cannot measure these images, or two give the same quantity
   */
  public static Gauges open(List<Metric> metrics, Surroundings surroundings) {
    var opened = new ArrayList<Gauge>();
    try {
      metrics.forEach(metric -> opened.add(metric.open(surroundings)));
      var gauges = new Gauges(ImmutableList.copyOf(opened), surroundings.dataset());
      requireDistinct(gauges.quantities());
      return gauges;
    } catch (RuntimeException e) {
      opened.forEach(Gauge::close);
      throw e;
    }
  }

  /**
   * Finds out what {@link #open} would refuse, without what takes long.
   *
   * @return what all of them would give figures of
   * @throws InvalidInputException if one cannot measure these images, or two give the same quantity
   */
  public static ImmutableList<Quantity> check(List<Metric> metrics, Surroundings surroundings) {
    var quantities =
        metrics.stream()
            .flatMap(metric -> metric.check(surroundings).stream())
            .collect(ImmutableList.toImmutableList());
    requireDistinct(quantities);
    return quantities;
  }

  /** What all of them give figures of. */
  public ImmutableList<Quantity> quantities() {
    return gauges.stream()
        .flatMap(gauge -> gauge.quantities().stream())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Generates an image for every pair and looks at it, as people would see it.
   *
   * @param generation makes the images
   * @param pairs that the gauges were opened for
   * @param progress is told how many images are done
   */
  public ImmutableList<Measured> measure(
      Generation generation, Pairs pairs, ProgressListener.Progress progress) {
    var evidence = new ArrayList<ImmutableList.Builder<ImmutableDoubleArray>>();
    gauges.forEach(gauge -> evidence.add(ImmutableList.builder()));
    for (int i = 0; i < pairs.size(); i++) {
      var specimen = specimen(generation, pairs, i);
      for (int which = 0; which < gauges.size(); which++) {
        evidence.get(which).add(gauges.get(which).look(specimen));
      }
      progress.reached(i + 1L);
    }
    var measured = ImmutableList.<Measured>builder();
    for (int which = 0; which < gauges.size(); which++) {
      measured.add(new Measured(gauges.get(which), evidence.get(which).build()));
    }
    return measured.build();
  }

  private Specimen specimen(Generation generation, Pairs pairs, int index) {
    var pair = pairs.read(index);
    var name = pairs.name(index);
    var condition = pair.condition();
    IntFunction<Image> draw =
        number -> presentation.showTarget(condition, generation.generate(condition, name, number));
    var generated = draw.apply(0);
    return new Specimen(
        name,
        presentation.showCondition(condition),
        generated,
        presentation.showTarget(condition, pair.target()),
        number -> number == 0 ? generated : draw.apply(number));
  }

  private static void requireDistinct(ImmutableList<Quantity> quantities) {
    var seen = new HashSet<String>();
    for (var quantity : quantities) {
      if (!seen.add(quantity.name())) {
        throw new InvalidInputException(
            "metrics: two of them give %s; name each once".formatted(quantity.name()));
      }
    }
  }

  @Override
  public void close() {
    gauges.forEach(Gauge::close);
  }
}
