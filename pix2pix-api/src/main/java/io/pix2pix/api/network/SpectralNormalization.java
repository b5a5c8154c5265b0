package io.pix2pix.api.network;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Divides kernels by their largest singular value, which the power method follows as training
 * changes them (Miyato et al. 2018, algorithm 1; PyTorch's {@code spectral_norm}).
 *
 * <p>A kernel counts as the matrix {@code [height width in, out]}, for transposed convolutions too.
 * Each place where a network is built for training takes one step of the method, so D takes several
 * in a step of training. Outside of training the singular vector stays as it is.
 *
 * @param snapshot when kernels and singular vectors are read
 * @param phase tells whether the singular vector is improved
 */
record SpectralNormalization(Ops tf, VariableSnapshot snapshot, Phase phase) {
  /** What the running statistic is called: the singular vector on the side of the outputs. */
  static final String VECTOR = "singular-vector";

  private static final float LEAST_SQUARE = 1e-24f;

  /**
   * @param kernel in its layout
   * @param vector {@code [out]}, of length 1; improved if the phase tracks
   * @return the kernel over {@code |M u|}, no gradient passing through the singular vectors
   */
  Operand<TFloat32> divided(
      Operand<TFloat32> kernel, KernelLayout layout, Variable<TFloat32> vector) {
    long out = vector.shape().get(0);
    var canonical = layout.toCanonical(tf, kernel);
    var matrix = tf.reshape(canonical, tf.constant(new long[] {-1, out}));
    var given = tf.reshape(snapshot.value(vector), tf.constant(new long[] {out, 1}));
    var left = normalized(tf, tf.linalg.matMul(matrix, given));
    var right = phase.tracking() ? improved(matrix, left, vector) : given;
    var image = tf.linalg.matMul(matrix, tf.stopGradient(right));
    var largest = tf.linalg.matMul(tf.stopGradient(left), image, MatMul.transposeA(true));
    return tf.math.div(kernel, tf.reshape(largest, tf.constant(Shape.scalar())));
  }

  private Operand<TFloat32> improved(
      Operand<TFloat32> matrix, Operand<TFloat32> left, Variable<TFloat32> vector) {
    var right = normalized(tf, tf.linalg.matMul(matrix, left, MatMul.transposeA(true)));
    snapshot.track(vector, tf.reshape(right, tf.constant(vector.shape())));
    return right;
  }

  /** A singular vector to begin with: of length 1, in any direction. */
  static Operand<TFloat32> anyVector(Ops tf, Shape shape, Operand<TInt64> seed) {
    return normalized(tf, tf.random.statelessRandomNormal(tf.constant(shape), seed));
  }

  private static Operand<TFloat32> normalized(Ops tf, Operand<TFloat32> x) {
    var square =
        tf.reduceSum(tf.math.square(x), tf.range(tf.constant(0), tf.rank(x), tf.constant(1)));
    return tf.math.mul(x, tf.math.rsqrt(tf.math.maximum(square, tf.constant(LEAST_SQUARE))));
  }
}
