package io.pix2pix.api.network;

import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Draws the initial values of a parameter. */
@Role(value = "initializer", meaning = "draws initial weights")
public interface Initializer {
  /** Zeros. */
  Initializer ZEROS = (tf, shape, seed) -> tf.fill(tf.constant(shape), tf.constant(0f));

  /**
   * Initial values.
   *
   * @param shape of the parameter; kernels are {@code [height, width, in, out]}
   * @param seed {@code [2]}, different for each parameter
   * @return values of that shape; the same for the same seed
   */
  Operand<TFloat32> values(Ops tf, Shape shape, Operand<TInt64> seed);

  /**
   * Initial values of a transposed convolution's kernel, for initializers that look at how many
   * inputs and outputs a weight has: PyTorch counts these the other way round there.
   *
   * @param shape {@code [height, width, in, out]} all the same
   * @param seed {@code [2]}, different for each parameter
   * @return values of that shape; the same for the same seed
   */
  default Operand<TFloat32> transposedValues(Ops tf, Shape shape, Operand<TInt64> seed) {
    return values(tf, shape, seed);
  }
}
