package io.pix2pix.testing;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Between tensors and arrays. */
public final class Tensors {
  private Tensors() {}

  /** All elements of a tensor, row by row. */
  public static float[] toArray(TFloat32 tensor) {
    var values = new float[Math.toIntExact(tensor.size())];
    tensor.copyTo(DataBuffers.of(values, false, false));
    return values;
  }

  /**
   * A tensor of an array, which the caller closes.
   *
   * @param values row by row, as many as the shape has
   */
  public static TFloat32 ofArray(Shape shape, float... values) {
    return TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
  }
}
