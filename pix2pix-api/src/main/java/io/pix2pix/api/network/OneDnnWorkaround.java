package io.pix2pix.api.network;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Zeros that make another convolution with the same result of one that oneDNN gets wrong.
 *
 * <p>oneDNN 3.5, which TensorFlow 2.18 computes convolutions with on many processors, gives wrong
 * numbers, other ones in each run, in two cases of stride 2 and more:
 *
 * <ul>
 *   <li>the gradient of a convolution of one channel to one channel with respect to its image, with
 *       AVX-512; a transposed convolution is such a gradient;
 *   <li>the gradient of a convolution with a 1x1 kernel with respect to the kernel, with AVX2 (<a
 *       href="https://github.com/uxlfoundation/oneDNN/issues/6035">oneDNN issue 6035</a>).
 * </ul>
 *
 * <p>TensorFlow makes gradients of any order out of the forward operation, so that this is where
 * the case has to be avoided: a second channel of zeros, and a second row and column of the kernel.
 *
 * @param channels zeros behind the channels that a convolution sums over: 0 or 1
 * @param edge zeros below and to the right of the kernel: 0 or 1
 */
record OneDnnWorkaround(int channels, int edge) {

  /**
   * What a convolution needs.
   *
   * @param in channels that it sums over
   * @param out channels of the result
   * @param kernel edge of the kernel
   */
  static OneDnnWorkaround of(long in, long out, int kernel, int stride) {
    boolean strided = stride > 1;
    return new OneDnnWorkaround(
        strided && in == 1 && out == 1 ? 1 : 0, strided && kernel == 1 ? 1 : 0);
  }

  /**
   * @param x {@code [n, h, w, in]} of a convolution, whose larger kernel must not leave the image
   * @return {@code [n, h + edge, w + edge, in + channels]}
   */
  Operand<TFloat32> image(Ops tf, Operand<TFloat32> x) {
    return zerosBehind(tf, x, 0, edge, edge, channels);
  }

  /**
   * @param kernel {@code [height, width, in, out]}
   * @return {@code [height + edge, width + edge, in + channels, out]}
   */
  Operand<TFloat32> kernel(Ops tf, Operand<TFloat32> kernel) {
    return zerosBehind(tf, kernel, edge, edge, channels, 0);
  }

  /**
   * @param x {@code [n, h, w, in]} of a transposed convolution
   * @return {@code [n, h, w, in + channels]}
   */
  Operand<TFloat32> transposedImage(Ops tf, Operand<TFloat32> x) {
    return zerosBehind(tf, x, 0, 0, 0, channels);
  }

  /**
   * @param kernel {@code [height, width, out, in]}
   * @return {@code [height + edge, width + edge, out, in + channels]}
   */
  Operand<TFloat32> transposedKernel(Ops tf, Operand<TFloat32> kernel) {
    return zerosBehind(tf, kernel, edge, edge, 0, channels);
  }

  private Operand<TFloat32> zerosBehind(Ops tf, Operand<TFloat32> operand, int... counts) {
    if (channels == 0 && edge == 0) {
      return operand;
    }
    var sides = new int[counts.length][];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = new int[] {0, counts[i]};
    }
    return tf.pad(operand, tf.constant(sides), tf.constant(0f));
  }
}
