package io.pix2pix.cli.golden;

import java.util.List;

/** Reorders dimensions of arrays. */
final class Layouts {
  private Layouts() {}

  /**
   * Elements in another order of dimensions.
   *
   * @param values row by row
   * @param shape of {@code values}
   * @param order which old dimension each new one is
   */
  static float[] transpose(float[] values, List<Long> shape, int... order) {
    var result = new float[values.length];
    var index = new int[shape.size()];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[position(index, shape, order)];
      advance(index, shape, order);
    }
    return result;
  }

  private static int position(int[] index, List<Long> shape, int[] order) {
    var old = new long[index.length];
    for (int d = 0; d < index.length; d++) {
      old[order[d]] = index[d];
    }
    long position = 0;
    for (int d = 0; d < index.length; d++) {
      position = position * shape.get(d) + old[d];
    }
    return (int) position;
  }

  private static void advance(int[] index, List<Long> shape, int[] order) {
    for (int d = index.length - 1; d >= 0; d--) {
      if (++index[d] < shape.get(order[d])) {
        return;
      }
      index[d] = 0;
    }
  }
}
