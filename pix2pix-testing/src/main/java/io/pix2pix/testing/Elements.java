package io.pix2pix.testing;

import java.util.Arrays;

/** Finds the elements that a failure message names. */
final class Elements {
  private Elements() {}

  /** The first element outside of the range, or -1; {@code NaN} is outside of every range. */
  static int firstOutside(float[] values, float low, float high) {
    for (int i = 0; i < values.length; i++) {
      if (!(low <= values[i] && values[i] <= high)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The element that is farthest from what was expected; one that is not a number is farthest of
   * all.
   */
  static int farthest(float[] actual, float[] expected) {
    int worst = 0;
    for (int i = 0; i < actual.length; i++) {
      if (!(difference(actual, expected, i) <= difference(actual, expected, worst))) {
        worst = i;
      }
    }
    return worst;
  }

  static double difference(float[] actual, float[] expected, int index) {
    double difference = Math.abs((double) actual[index] - expected[index]);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  /** The index of an element along each dimension, as people write it. */
  static String position(int index, long[] shape) {
    var position = new long[shape.length];
    long rest = index;
    for (int i = shape.length - 1; i >= 0; i--) {
      position[i] = rest % shape[i];
      rest /= shape[i];
    }
    return Arrays.toString(position);
  }
}
