package io.pix2pix.graph.calibration;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is fastest on this machine, and measures it where that is not known yet. */
public final class CalibratedChoice implements FormulationChoice {
  private static final Logger LOG = LoggerFactory.getLogger(CalibratedChoice.class);

  /** Convolutions that are not measured by then stay as they were built. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Calibration calibration;
  private final Supplier<CalibrationCache> cache;

  /**
   * @param formulations that are compared
   * @param cache where measurements are kept; asked when one is needed
   */
  public CalibratedChoice(Set<Formulation> formulations, Supplier<CalibrationCache> cache) {
    this.calibration = new Calibration(formulations);
    this.cache = cache;
  }

  @Override
  public ImmutableMap<ConvolutionShape, String> choose(Set<ConvolutionShape> shapes) {
    if (shapes.isEmpty()) {
      return ImmutableMap.of();
    }
    var known = cache.get();
    var found = known.read();
    if (!shapes.stream().allMatch(shape -> found.containsKey(shape.toString()))) {
      return choice(shapes, known.alone(() -> measured(shapes, known)));
    }
    return choice(shapes, found);
  }

  private static ImmutableMap<ConvolutionShape, String> choice(
      Set<ConvolutionShape> shapes, Map<String, Measurement> found) {
    return Maps.toMap(
        shapes,
        shape -> {
          var measurement = found.get(shape.toString());
          return measurement == null ? GraphPlan.PLAIN : measurement.best();
        });
  }

  private Map<String, Measurement> measured(Set<ConvolutionShape> shapes, CalibrationCache known) {
    var all = new LinkedHashMap<String, Measurement>(known.read());
    var missing =
        shapes.stream()
            .filter(shape -> !all.containsKey(shape.toString()))
            .sorted(Comparator.comparing(ConvolutionShape::operations).reversed())
            .collect(ImmutableSet.toImmutableSet());
    var added = measure(missing);
    known.add(added);
    all.putAll(added);
    return all;
  }

  private Map<String, Measurement> measure(Set<ConvolutionShape> shapes) {
    LOG.info(
        "Measuring how each convolution is computed fastest on this machine ({} to measure, once);"
            + " --no-calibrate does without",
        shapes.size());
    var measurements = new LinkedHashMap<String, Measurement>();
    long end = System.nanoTime() + LONGEST.toNanos();
    try (var progress = new LoggedProgress().begin("calibrate", shapes.size())) {
      for (var shape : shapes) {
        if (System.nanoTime() > end) {
          LOG.info(
              "Calibration ends after {} minutes; {} convolutions stay as they were built",
              LONGEST.toMinutes(),
              shapes.size() - measurements.size());
          break;
        }
        measurements.put(shape.toString(), calibration.measure(shape));
        progress.reached(measurements.size());
      }
    }
    return measurements;
  }
}
