package io.pix2pix.train.run;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Values over steps, as many of the one as of the other.
 *
 * <p>The arrays are not copied: curves live only while a plot is drawn.
 */
final class Curve {
  private final double[] steps;
  private final double[] values;

  Curve(double[] steps, double[] values) {
    this.steps = steps;
    this.values = values;
  }

  double[] steps() {
    return steps;
  }

  double[] values() {
    return values;
  }

  /**
   * A moving mean, without lag.
   *
   * @param reach how many values count before and behind each
   */
  Curve smoothed(int reach) {
    var sums = new double[values.length + 1];
    for (int index = 0; index < values.length; index++) {
      sums[index + 1] = sums[index] + values[index];
    }
    var means = new double[values.length];
    for (int index = 0; index < values.length; index++) {
      int from = Math.max(0, index - reach);
      int to = Math.min(values.length, index + reach + 1);
      means[index] = (sums[to] - sums[from]) / (to - from);
    }
    return new Curve(steps, means);
  }

  /**
   * At most about so many points: the least and the greatest of each stretch, so that no spike is
   * lost.
   */
  Curve thinned(int points) {
    int stretch = Math.max(1, 2 * values.length / points);
    if (stretch <= 2) {
      return this;
    }
    var kept =
        IntStream.iterate(0, at -> at < values.length, at -> at + stretch)
            .flatMap(at -> extremes(at, Math.min(values.length, at + stretch)))
            .toArray();
    return new Curve(
        Arrays.stream(kept).mapToDouble(at -> steps[at]).toArray(),
        Arrays.stream(kept).mapToDouble(at -> values[at]).toArray());
  }

  /** The value that a share of all values does not exceed. */
  double quantile(double share) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  private IntStream extremes(int from, int to) {
    int least = from;
    int greatest = from;
    for (int at = from; at < to; at++) {
      least = values[at] < values[least] ? at : least;
      greatest = values[at] > values[greatest] ? at : greatest;
    }
    return IntStream.of(Math.min(least, greatest), Math.max(least, greatest)).distinct();
  }
}
