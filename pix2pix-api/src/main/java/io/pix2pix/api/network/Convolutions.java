package io.pix2pix.api.network;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How convolutions are computed: the one place that chooses operations for them.
 *
 * <p>TensorFlow's gradient of a convolution ignores explicit paddings, so an image is padded by an
 * operation of its own where the named paddings do not do.
 */
final class Convolutions {
  private Convolutions() {}

  /**
   * @param kernel {@code [height, width, in, out]}
   */
  static Operand<TFloat32> convolve(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, Convolution convolution) {
    var strides = strides(convolution);
    if (convolution.padding() == 0) {
      return tf.nn.conv2d(x, kernel, strides, "VALID");
    }
    if (sameDoes(x.shape().get(1), convolution) && sameDoes(x.shape().get(2), convolution)) {
      return tf.nn.conv2d(x, kernel, strides, "SAME");
    }
    int p = convolution.padding();
    var padded =
        tf.pad(x, tf.constant(new int[][] {{0, 0}, {p, p}, {p, p}, {0, 0}}), tf.constant(0f));
    return tf.nn.conv2d(padded, kernel, strides, "VALID");
  }

  /**
   * @param kernel {@code [height, width, out, in]}
   */
  static Operand<TFloat32> transposed(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, Convolution convolution) {
    int n = Math.toIntExact(x.shape().get(0));
    int height = convolution.enlarged(x.shape().get(1));
    int width = convolution.enlarged(x.shape().get(2));
    if (!sameDoes(height, convolution) || !sameDoes(width, convolution)) {
      throw new IllegalArgumentException(
          "transposed convolutions like " + convolution + " are not built");
    }
    var size = tf.constant(new int[] {n, height, width, convolution.filters()});
    return tf.nn.conv2dBackpropInput(size, kernel, x, strides(convolution), "SAME");
  }

  /** Whether TensorFlow's SAME puts the same zeros on either side as the padding asks for. */
  private static boolean sameDoes(long size, Convolution convolution) {
    long total =
        Math.max(
            ((size + convolution.stride() - 1) / convolution.stride() - 1) * convolution.stride()
                + convolution.kernel()
                - size,
            0);
    return total == 2L * convolution.padding();
  }

  private static List<Long> strides(Convolution convolution) {
    long stride = convolution.stride();
    return List.of(1L, stride, stride, 1L);
  }
}
