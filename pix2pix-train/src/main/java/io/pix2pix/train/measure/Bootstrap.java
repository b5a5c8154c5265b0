package io.pix2pix.train.measure;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Confidence intervals by drawing the images of a set anew, with repetition (Efron, Bootstrap
 * Methods: Another Look at the Jackknife, 1979). What is drawn follows from the seed and the number
 * of images alone, so that two runs measured on the same images can be compared draw by draw: give
 * values that are the differences of both.
 *
 * <p>The interval holds the middle 95 % of the values of the drawn sets, moved by the mean
 * deviation of these from the value of the set itself. Means hardly deviate; a distance between two
 * clouds of points does, as a drawn set has fewer different images.
 *
 * @param resamples how many sets are drawn
 * @param seed of the draws
 */
public record Bootstrap(int resamples, long seed) {
  private static final double TAIL = 0.025;

  /**
   * @throws IllegalArgumentException if fewer than one set is to be drawn
   */
  public Bootstrap {
    checkArgument(resamples >= 1, "resamples must be at least 1, not %s", resamples);
  }

  /**
   * The interval of each value; not known of a set of one image.
   *
   * @param images in the set
   * @param statistic values of the images at some positions, from 0 to {@code images - 1}; values
   *     that are not a number are left out
   */
  public ImmutableList<Interval> intervals(int images, Function<int[], double[]> statistic) {
    var itself = statistic.apply(all(images));
    if (images < 2) {
      return Arrays.stream(itself)
          .mapToObj(value -> Interval.UNKNOWN)
          .collect(ImmutableList.toImmutableList());
    }
    var drawn = new double[itself.length][resamples];
    var random = new SplittableRandom(seed);
    for (int sample = 0; sample < resamples; sample++) {
      var values = statistic.apply(random.ints(images, 0, images).toArray());
      for (int i = 0; i < itself.length; i++) {
        drawn[i][sample] = values[i];
      }
    }
    var intervals = ImmutableList.<Interval>builder();
    for (int i = 0; i < itself.length; i++) {
      intervals.add(interval(itself[i], drawn[i]));
    }
    return intervals.build();
  }

  private static Interval interval(double itself, double[] drawn) {
    var sorted = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return Interval.UNKNOWN;
    }
    double shift = itself - Arrays.stream(sorted).average().orElseThrow();
    return new Interval(quantile(sorted, TAIL) + shift, quantile(sorted, 1 - TAIL) + shift);
  }

  /** Between the two nearest, as NumPy's default. */
  static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /**
   * How often each image was drawn.
   *
   * @param images in the set
   * @param positions of the drawn ones
   * @return {@code [images]}
   */
  public static int[] counts(int images, int[] positions) {
    var counts = new int[images];
    for (int position : positions) {
      counts[position]++;
    }
    return counts;
  }

  private static int[] all(int images) {
    var positions = new int[images];
    Arrays.setAll(positions, i -> i);
    return positions;
  }
}
