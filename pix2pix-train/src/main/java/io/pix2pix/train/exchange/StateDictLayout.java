package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import io.pix2pix.api.network.Variable;
import java.util.Arrays;
import java.util.List;

/** How the elements of a weight lie in PyTorch, compared with here. */
enum StateDictLayout {
  /** Alike. */
  SAME(),
  /** A kernel {@code [out, in, height, width]}; here it is {@code [height, width, in, out]}. */
  CONVOLUTION(3, 2, 0, 1),
  /** A kernel {@code [in, out, height, width]}; here it is {@code [height, width, in, out]}. */
  TRANSPOSED_CONVOLUTION(2, 3, 0, 1);

  private final ImmutableList<Integer> order;

  /**
   * @param order which of our dimensions each of PyTorch's is
   */
  StateDictLayout(Integer... order) {
    this.order = ImmutableList.copyOf(order);
  }

  static StateDictLayout of(Variable<?> variable) {
    if (!variable.name().endsWith("/kernel")) {
      return SAME;
    }
    return variable.transposed() ? TRANSPOSED_CONVOLUTION : CONVOLUTION;
  }

  /** The shape there of what has a shape here. */
  ImmutableList<Long> toPort(ImmutableList<Long> shape) {
    return order.isEmpty()
        ? shape
        : order.stream().map(shape::get).collect(ImmutableList.toImmutableList());
  }

  /**
   * The elements there, row by row, of what has elements here.
   *
   * @param shape here
   */
  float[] toPort(float[] values, ImmutableList<Long> shape) {
    return order.isEmpty() ? values : reordered(values, shape, Ints.toArray(order));
  }

  /**
   * The elements here, row by row, of what has elements there.
   *
   * @param shape here
   */
  float[] fromPort(float[] values, ImmutableList<Long> shape) {
    if (order.isEmpty()) {
      return values;
    }
    var back = new int[order.size()];
    Arrays.setAll(back, order::indexOf);
    return reordered(values, toPort(shape), back);
  }

  /**
   * Elements in another order of four dimensions.
   *
   * @param order which old dimension each new one is
   */
  private static float[] reordered(float[] values, List<Long> shape, int... order) {
    var n = new int[order.length];
    var stride = new int[order.length];
    for (int d = 0; d < order.length; d++) {
      n[d] = Ints.checkedCast(shape.get(order[d]));
      stride[d] = Ints.checkedCast(product(shape.subList(order[d] + 1, shape.size())));
    }
    var result = new float[values.length];
    int at = 0;
    for (int i = 0; i < n[0]; i++) {
      for (int j = 0; j < n[1]; j++) {
        for (int k = 0; k < n[2]; k++) {
          int begin = i * stride[0] + j * stride[1] + k * stride[2];
          for (int l = 0; l < n[3]; l++) {
            result[at++] = values[begin + l * stride[3]];
          }
        }
      }
    }
    return result;
  }

  private static long product(List<Long> lengths) {
    return Arrays.stream(Longs.toArray(lengths)).reduce(1, Math::multiplyExact);
  }
}
