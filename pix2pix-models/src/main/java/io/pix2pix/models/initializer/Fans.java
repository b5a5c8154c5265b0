package io.pix2pix.models.initializer;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * How many inputs and outputs a kernel connects, as PyTorch counts them: for a transposed
 * convolution the other way round.
 *
 * @param in inputs of each output: places times channels
 * @param out outputs of each input
 */
record Fans(double in, double out) {

  /** Those of a kernel {@code [height, width, in, out]}. */
  static Fans of(Shape kernel) {
    double places = kernel.get(0) * kernel.get(1);
    return new Fans(places * kernel.get(2), places * kernel.get(3));
  }

  Fans transposed() {
    return new Fans(out, in);
  }

  /** Normally distributed numbers around 0. */
  static Operand<TFloat32> normal(Ops tf, Shape shape, Operand<TInt64> seed, double deviation) {
    return new Normal(0, deviation).values(tf, shape, seed);
  }
}
