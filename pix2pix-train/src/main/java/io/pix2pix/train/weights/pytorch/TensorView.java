package io.pix2pix.train.weights.pytorch;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A tensor: which elements of a storage it has, in which order.
 *
 * @param storage where the elements are
 * @param offset of its first element
 * @param shape lengths of the dimensions; empty for a scalar
 * @param strides how many elements of the storage lie between neighbors, in each dimension
 */
record TensorView(
    Storage storage, long offset, ImmutableList<Long> shape, ImmutableList<Long> strides) {
  private static final int MOST_DIMENSIONS = 8;

  /** What is wrong with it, if anything. */
  Optional<String> problem() {
    boolean sane =
        shape.size() == strides.size()
            && shape.size() <= MOST_DIMENSIONS
            && offset >= 0
            && storage.elements() >= 0
            && storage.begin() >= 0
            && shape.stream().allMatch(length -> length >= 0)
            && strides.stream().allMatch(stride -> stride >= 0);
    return sane && fits() ? Optional.empty() : Optional.of("reaches beyond its storage");
  }

  /** How many elements it has. */
  int elements() {
    return Math.toIntExact(product());
  }

  /** From its first element to its last one in the storage, both included. */
  int span() {
    return Math.toIntExact(last() - offset + 1);
  }

  /**
   * Its elements, row by row.
   *
   * @param row the elements of the storage from the first one to the last one
   */
  float[] of(float[] row) {
    var values = new float[elements()];
    var index = new long[shape.size()];
    int position = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = row[position];
      position += advance(index);
    }
    return values;
  }

  /** Moves to the next element; returns how far that is in the storage. */
  private int advance(long[] index) {
    long distance = 0;
    for (int d = index.length - 1; d >= 0; d--) {
      if (++index[d] < shape.get(d)) {
        return Math.toIntExact(distance + strides.get(d));
      }
      index[d] = 0;
      distance -= (shape.get(d) - 1) * strides.get(d);
    }
    return 0;
  }

  /** A tensor that repeats elements is none that weights are saved as. */
  private boolean fits() {
    try {
      return product() <= Math.min(storage.elements(), Integer.MAX_VALUE)
          && last() < storage.elements()
          && last() - offset < Integer.MAX_VALUE / storage.type().bytes();
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private long product() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** The place of its last element; before its offset if it has none. */
  private long last() {
    if (shape.contains(0L)) {
      return offset - 1;
    }
    long last = offset;
    for (int d = 0; d < shape.size(); d++) {
      last = Math.addExact(last, Math.multiplyExact(shape.get(d) - 1, strides.get(d)));
    }
    return last;
  }
}
