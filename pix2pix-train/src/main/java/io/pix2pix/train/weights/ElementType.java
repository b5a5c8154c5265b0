package io.pix2pix.train.weights;

import static com.google.common.base.Preconditions.checkState;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.ShortDataBuffer;
import org.tensorflow.ndarray.buffer.layout.DataLayouts;
import org.tensorflow.ndarray.buffer.layout.FloatDataLayout;

/** What a tensor in a file is made of. */
public enum ElementType {
  /** IEEE 754, 64 bits. */
  F64("DoubleStorage", 8, true),
  /** IEEE 754, 32 bits. */
  F32("FloatStorage", 4, true),
  /** IEEE 754, 16 bits. */
  F16("HalfStorage", 2, true),
  /** The upper half of an {@link #F32}. */
  BF16("BFloat16Storage", 2, true),
  /** Whole numbers of 64 bits. */
  I64("LongStorage", 8, false),
  /** Whole numbers of 32 bits. */
  I32("IntStorage", 4, false),
  /** Whole numbers of 16 bits. */
  I16("ShortStorage", 2, false),
  /** Whole numbers of 8 bits. */
  I8("CharStorage", 1, false),
  /** Whole numbers of 8 bits, none negative. */
  U8("ByteStorage", 1, false),
  /** Truth values. */
  BOOL("BoolStorage", 1, false);

  private final String storage;
  private final int bytes;
  private final boolean real;

  ElementType(String storage, int bytes, boolean real) {
    this.storage = storage;
    this.bytes = bytes;
    this.real = real;
  }

  /** The type that PyTorch keeps in a class of storage, for example {@code FloatStorage}. */
  public static Optional<ElementType> ofStorage(String storage) {
    return Stream.of(values()).filter(type -> type.storage.equals(storage)).findFirst();
  }

  /** Bytes of an element. */
  public int bytes() {
    return bytes;
  }

  /** Whether elements can be read as floats. */
  public boolean isReal() {
    return real;
  }

  /**
   * Elements as floats.
   *
   * @param elements from position to limit, in the order of bytes of this buffer
   */
  public float[] floats(ByteBuffer elements) {
    checkState(real, "%s are no floats", this);
    var values = new float[elements.remaining() / bytes];
    switch (this) {
      case F64 -> doubles(elements, values);
      case F16 -> halves(DataLayouts.FLOAT16, elements, values);
      case BF16 -> halves(DataLayouts.BFLOAT16, elements, values);
      default -> elements.asFloatBuffer().get(values);
    }
    return values;
  }

  private static void doubles(ByteBuffer elements, float[] values) {
    var doubles = elements.asDoubleBuffer();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) doubles.get(i);
    }
  }

  private static void halves(
      FloatDataLayout<ShortDataBuffer> layout, ByteBuffer elements, float[] values) {
    var stored = new short[values.length];
    elements.asShortBuffer().get(stored);
    layout.applyTo(DataBuffers.of(stored, true, false)).read(values);
  }
}
