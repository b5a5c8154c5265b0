package io.pix2pix.train.measure;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.InvalidInputException;
import io.pix2pix.api.Metric;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.metric.Gauge;
import io.pix2pix.api.metric.LongWork;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.api.metric.Specimen;
import io.pix2pix.api.metric.Surroundings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Several metrics at work on the same images: each image is generated once for all of them. */
public final class Gauges implements AutoCloseable {
  private final ImmutableList<Gauge> gauges;

  private Gauges(ImmutableList<Gauge> gauges) {
    this.gauges = gauges;
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
      requireDistinct(opened);
      return new Gauges(ImmutableList.copyOf(opened));
    } catch (RuntimeException e) {
      opened.forEach(Gauge::close);
      throw e;
    }
  }

  /** What all of them give figures of. */
  public ImmutableList<Quantity> quantities() {
    return gauges.stream()
        .flatMap(gauge -> gauge.quantities().stream())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Generates an image for every pair and looks at it.
   *
   * @param generation makes the images
   * @param pairs that the gauges were opened for
   * @param progress is told how many images are done
   */
  public ImmutableList<Measured> measure(
      Generation generation, Pairs pairs, LongWork.Progress progress) {
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

  private static Specimen specimen(Generation generation, Pairs pairs, int index) {
    var pair = pairs.read(index);
    var name = pairs.name(index);
    var generated = generation.generate(pair.condition(), name, 0);
    return new Specimen(
        name,
        pair.condition(),
        generated,
        pair.target(),
        number -> number == 0 ? generated : generation.generate(pair.condition(), name, number));
  }

  private static void requireDistinct(List<Gauge> gauges) {
    var seen = new HashSet<String>();
    for (var gauge : gauges) {
      for (var quantity : gauge.quantities()) {
        if (!seen.add(quantity.name())) {
          throw new InvalidInputException(
              "metrics: two of them give %s; name each once".formatted(quantity.name()));
        }
      }
    }
  }

  @Override
  public void close() {
    gauges.forEach(Gauge::close);
  }
}
