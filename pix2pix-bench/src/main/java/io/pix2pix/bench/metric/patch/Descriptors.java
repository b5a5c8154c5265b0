package io.pix2pix.bench.metric.patch;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Patches of 7x7x3 of a set of images, at one level of their pyramids.
 *
 * @param rows one patch each, {@value #LENGTH} numbers
 */
@SuppressWarnings("ArrayRecordComponent") // large, never changed, and never compared
record Descriptors(float[][] rows) {
  /** The edge of a patch, in pixels. */
  static final int EDGE = 7;

  /** Numbers of a patch. */
  static final int LENGTH = EDGE * EDGE * 3;

  /**
   * Patches that lie in the statistics of images.
   *
   * @param from where they begin in each
   * @param count how many there are in each
   */
  static Descriptors of(List<ImmutableDoubleArray> statistics, int from, int count) {
    var rows = new float[statistics.size() * count][LENGTH];
    for (int row = 0; row < rows.length; row++) {
      var one = statistics.get(row / count);
      int at = from + row % count * LENGTH;
      for (int i = 0; i < LENGTH; i++) {
        rows[row][i] = (float) one.get(at + i);
      }
    }
    return new Descriptors(rows);
  }

  /** With each of the three channels brought to mean 0 and deviation 1 over all patches. */
  Descriptors normalized() {
    var normal = new float[rows.length][LENGTH];
    for (int channel = 0; channel < 3; channel++) {
      double mean = mean(channel, 0, 1);
      double deviation = Math.max(1e-12, Math.sqrt(mean(channel, mean, 2)));
      for (int row = 0; row < rows.length; row++) {
        for (int i = channel; i < LENGTH; i += 3) {
          normal[row][i] = (float) ((rows[row][i] - mean) / deviation);
        }
      }
    }
    return new Descriptors(normal);
  }

  private double mean(int channel, double center, int power) {
    double sum = 0;
    for (var row : rows) {
      for (int i = channel; i < LENGTH; i += 3) {
        double distance = row[i] - center;
        sum += power == 1 ? distance : distance * distance;
      }
    }
    return sum / (rows.length * (LENGTH / 3.0));
  }

  /**
   * The sliced Wasserstein distance to as many other patches: the mean over random directions of
   * the distance between both projections, sorted.
   *
   * @param directions how many
   * @param seed they follow from it
   */
  double distance(Descriptors other, int directions, long seed) {
    var distances =
        IntStream.range(0, directions)
            .parallel()
            .mapToDouble(number -> along(direction(seed, number), other))
            .toArray();
    return Arrays.stream(distances).average().orElseThrow();
  }

  private double along(double[] direction, Descriptors other) {
    var one = sortedAlong(direction);
    var two = other.sortedAlong(direction);
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - two[i]);
    }
    return sum / one.length;
  }

  private static double[] direction(long seed, int number) {
    var random = new Random(seed * 1_000_003 + number);
    var direction = IntStream.range(0, LENGTH).mapToDouble(i -> random.nextGaussian()).toArray();
    double length = Math.sqrt(Arrays.stream(direction).map(value -> value * value).sum());
    return Arrays.stream(direction).map(value -> value / length).toArray();
  }

  private double[] sortedAlong(double[] direction) {
    var projected = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      double sum = 0;
      for (int i = 0; i < LENGTH; i++) {
        sum += direction[i] * rows[row][i];
      }
      projected[row] = sum;
    }
    Arrays.sort(projected);
    return projected;
  }
}
