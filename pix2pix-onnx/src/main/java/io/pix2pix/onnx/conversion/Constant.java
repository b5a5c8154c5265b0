package io.pix2pix.onnx.conversion;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import com.google.common.primitives.Longs;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Numbers that are known.
 *
 * @param type float, 64-bit whole number or truth value
 * @param shape lengths of the dimensions; empty for a scalar
 * @param bytes all elements, row by row, little-endian
 */
record Constant(DataType type, ImmutableList<Long> shape, ByteString bytes) {

  static Constant integers(ImmutableList<Long> shape, long... values) {
    var bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return new Constant(DataType.INT64, shape, UnsafeByteOperations.unsafeWrap(bytes));
  }

  static Constant floats(ImmutableList<Long> shape, float... values) {
    var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return new Constant(DataType.FLOAT, shape, UnsafeByteOperations.unsafeWrap(bytes));
  }

  /** Its elements, which are whole numbers. */
  ImmutableLongArray integers() {
    var buffer = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    var values = new long[buffer.remaining()];
    buffer.get(values);
    return ImmutableLongArray.copyOf(values);
  }

  /** The same elements in another shape. */
  Constant reshaped(List<Long> other) {
    return new Constant(type, ImmutableList.copyOf(other), bytes);
  }

  /**
   * The same with other dimensions first.
   *
   * @param order which dimension each new one is; four
   */
  Constant permuted(List<Integer> order) {
    var lengths = new long[4];
    var strides = new int[4];
    int size = elementSize();
    for (int d = 0; d < lengths.length; d++) {
      lengths[d] = shape.get(order.get(d));
      strides[d] = size;
      for (int after = order.get(d) + 1; after < lengths.length; after++) {
        strides[d] *= Math.toIntExact(shape.get(after));
      }
    }
    return new Constant(
        type,
        ImmutableList.copyOf(Longs.asList(lengths)),
        UnsafeByteOperations.unsafeWrap(copied(lengths, strides, size)));
  }

  private byte[] copied(long[] lengths, int[] strides, int size) {
    var from = bytes.toByteArray();
    var to = new byte[from.length];
    int at = 0;
    for (int i = 0; i < lengths[0]; i++) {
      for (int j = 0; j < lengths[1]; j++) {
        for (int k = 0; k < lengths[2]; k++) {
          int begin = i * strides[0] + j * strides[1] + k * strides[2];
          for (int l = 0; l < lengths[3]; l++, at += size) {
            System.arraycopy(from, begin + l * strides[3], to, at, size);
          }
        }
      }
    }
    return to;
  }

  private int elementSize() {
    long elements = shape.stream().reduce(1L, Math::multiplyExact);
    return elements == 0 ? 1 : Math.toIntExact(bytes.size() / elements);
  }

  /** As ONNX keeps it. */
  TensorProto named(String name) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(type.getNumber())
        .addAllDims(shape)
        .setRawData(bytes)
        .build();
  }
}
