package io.pix2pix.graph.calibration;

import com.google.common.collect.ImmutableSortedMap;
import io.pix2pix.api.network.GraphPlan;
import java.util.Map;
import java.util.TreeMap;

/**
 * How fast each formulation computed one convolution.
 *
 * @param milliseconds the time of the fastest round of each formulation whose result was right, the
 *     plain operation among them
 */
public record Measurement(Map<String, Double> milliseconds) {
  /** What another formulation must save to be taken, of the time of the plain operation. */
  private static final double WORTH = 0.03;

  /** Copies the times. */
  public Measurement {
    milliseconds = ImmutableSortedMap.copyOf(milliseconds);
  }

  /** The time of both, for formulations that both know. */
  Measurement with(Measurement other) {
    var sums = new TreeMap<>(milliseconds);
    sums.keySet().retainAll(other.milliseconds.keySet());
    sums.replaceAll((name, time) -> time + other.milliseconds.getOrDefault(name, 0.0));
    return new Measurement(sums);
  }

  /** The time of the operation as it was built, in milliseconds. */
  public double plain() {
    return milliseconds.getOrDefault(GraphPlan.PLAIN, Double.POSITIVE_INFINITY);
  }

  /** The time of the formulation that is to be taken, in milliseconds. */
  public double least() {
    return milliseconds.getOrDefault(best(), Double.POSITIVE_INFINITY);
  }

  /** The formulation that is to be taken. */
  public String best() {
    return milliseconds.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .filter(fastest -> fastest.getValue() < plain() * (1 - WORTH))
        .map(Map.Entry::getKey)
        .orElse(GraphPlan.PLAIN);
  }
}
