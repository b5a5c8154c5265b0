package io.pix2pix.bench.speed.measure;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Collections;
import java.util.List;

/**
 * What the rounds of a work came to, in its unit; less is better.
 *
 * @param values one of each round, itself a median, in the order of the rounds
 */
public record RoundValues(List<Double> values) {

  /**
   * Copies the values.
   *
   * @throws IllegalArgumentException if there are none
   */
  public RoundValues {
    checkArgument(!values.isEmpty(), "there must be at least one round");
    values = List.copyOf(values);
  }

  /** The median of all rounds. */
  public double median() {
    return median(values);
  }

  /** The best round. */
  public double lowest() {
    return Collections.min(values);
  }

  /** The worst round. */
  public double highest() {
    return Collections.max(values);
  }

  /** How far rounds lie apart: worst minus best, as a share of the median. */
  public double spread() {
    return (highest() - lowest()) / median();
  }

  /** Whether some rounds of either lie among those of the other. */
  public boolean overlaps(RoundValues other) {
    return lowest() <= other.highest() && other.lowest() <= highest();
  }

  /**
   * The middle one of some values, or the mean of the two in the middle.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static double median(List<Double> values) {
    checkArgument(!values.isEmpty(), "there must be at least one value");
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
