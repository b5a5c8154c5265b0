package io.pix2pix.graph.calibration;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Quantiles;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensorflow.exceptions.TensorFlowException;

/** Measures formulations of a convolution on random numbers, one after the other, in rounds. */
final class Calibration {
  private static final Logger LOG = LoggerFactory.getLogger(Calibration.class);

  private static final int ROUNDS = 5;

  /** A formulation that is so many times slower than another at first is not measured again. */
  private static final double HOPELESS = 1.5;

  /** The largest difference to the plain result, as a part of its largest number. */
  private static final double TOLERANCE = 1e-4;

  private final ImmutableList<Formulation> formulations;

  Calibration(Set<Formulation> formulations) {
    this.formulations = ImmutableList.copyOf(formulations);
  }

  /** Measures. */
  Measurement measure(ConvolutionShape shape) {
    var known = shape.batch() == ConvolutionShape.ANY_BATCH ? shape.withBatch(1) : shape;
    var fitting = formulations.stream().filter(one -> one.fits(known)).toList();
    try (var candidates = Candidates.of(known, fitting)) {
      var plain = candidates.compute(0);
      var times = times(candidates, right(candidates, plain));
      for (var each = times.keySet().iterator(); each.hasNext(); ) {
        int i = each.next();
        if (!agrees(candidates, i, plain)) {
          LOG.debug("{}: {} is not taken: its results differ", shape, candidates.name(i));
          each.remove();
        }
      }
      return measurement(candidates, times);
    }
  }

  /** Those whose first results are right, by their places among the candidates. */
  private static List<Integer> right(Candidates candidates, float[] plain) {
    var right = new ArrayList<>(List.of(0));
    for (int i = 1; i < candidates.count(); i++) {
      if (agrees(candidates, i, plain)) {
        right.add(i);
      }
    }
    return right;
  }

  /** An operation that is wrong only now and then has been seen: this is asked before and after. */
  private static boolean agrees(Candidates candidates, int index, float[] plain) {
    try {
      return agree(candidates.compute(index), plain);
    } catch (TensorFlowException | IllegalArgumentException e) {
      LOG.debug("{}: {}", candidates.name(index), e.getMessage());
      return false;
    }
  }

  private static boolean agree(float[] values, float[] plain) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < plain.length; i++) {
      largest = Math.max(largest, Math.abs(plain[i]));
      difference = Math.max(difference, Math.abs(values[i] - plain[i]));
    }
    return difference <= TOLERANCE * largest;
  }

  private static Map<Integer, List<Double>> times(Candidates candidates, List<Integer> right) {
    var times = new LinkedHashMap<Integer, List<Double>>();
    right.forEach(i -> times.put(i, new ArrayList<>(List.of(candidates.time(i)))));
    double least = times.values().stream().mapToDouble(list -> list.get(0)).min().orElseThrow();
    times.entrySet().removeIf(e -> e.getKey() > 0 && e.getValue().get(0) > HOPELESS * least);
    for (int round = 1; round < ROUNDS; round++) {
      times.forEach((i, list) -> list.add(candidates.time(i)));
    }
    return times;
  }

  private static Measurement measurement(Candidates candidates, Map<Integer, List<Double>> times) {
    var medians = new LinkedHashMap<String, Double>();
    times.forEach(
        (i, list) ->
            medians.put(
                candidates.name(i), Math.round(Quantiles.median().compute(list) * 1e6) / 1e3));
    return new Measurement(medians);
  }
}
