package io.pix2pix.train.weights;

import com.google.common.collect.ImmutableList;

/**
 * What a file says of one of its tensors.
 *
 * @param type {@code F32} or {@code I64}; a file may hold others, which are not read
 * @param shape lengths of the dimensions; empty for a scalar
 * @param begin first byte, from the end of the header
 * @param end byte behind the last, from the end of the header
 */
record TensorEntry(String type, ImmutableList<Long> shape, long begin, long end) {
  long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  int bytesPerElement() {
    return switch (type) {
      case "F32", "I32", "U32" -> 4;
      case "F64", "I64", "U64" -> 8;
      case "F16", "BF16", "I16", "U16" -> 2;
      default -> 1;
    };
  }
}
