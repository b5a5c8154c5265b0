package io.pix2pix.graph.calibration;

import com.google.common.collect.ImmutableList;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import java.util.ArrayList;
import java.util.Collections;
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

  /** So many images of 256x256 are translated at once. */
  private static final int SEVERAL = 4;

  /**
   * A formulation that is so many times slower than another in two rounds is not measured again.
   */
  private static final double HOPELESS = 1.5;

  /** The largest difference to the plain result, as a part of its largest number. */
  private static final double TOLERANCE = 1e-4;

  private final ImmutableList<Formulation> formulations;

  Calibration(Set<Formulation> formulations) {
    this.formulations = ImmutableList.copyOf(formulations);
  }

  /** Measures. Any number of images stands for one alone, and for several. */
  Measurement measure(ConvolutionShape shape) {
    return shape.batch() == ConvolutionShape.ANY_BATCH
        ? known(shape.withBatch(1)).with(known(shape.withBatch(SEVERAL)))
        : known(shape);
  }

  private Measurement known(ConvolutionShape shape) {
    var fitting = formulations.stream().filter(one -> one.fits(shape)).toList();
    try (var candidates = Candidates.of(shape, fitting)) {
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

  /** Another program can only slow a formulation down: what counts is its fastest round. */
  private static Map<Integer, Double> times(Candidates candidates, List<Integer> right) {
    var times = new LinkedHashMap<Integer, Double>();
    for (int round = 0; round < ROUNDS; round++) {
      if (round == 2) {
        double least = Collections.min(times.values());
        times.entrySet().removeIf(e -> e.getKey() > 0 && e.getValue() > HOPELESS * least);
      }
      for (int i : round < 2 ? right : List.copyOf(times.keySet())) {
        times.merge(i, candidates.time(i), Math::min);
      }
    }
    return times;
  }

  private static Measurement measurement(Candidates candidates, Map<Integer, Double> times) {
    var named = new LinkedHashMap<String, Double>();
    times.forEach((i, time) -> named.put(candidates.name(i), Math.round(time * 1e6) / 1e3));
    return new Measurement(named);
  }
}
