package io.pix2pix.api.network;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * How convolutions are computed: the one place that chooses operations for them. Plug-ins that
 * bring a kernel of their own use it, too, rather than {@code tf.nn.conv2d}: where oneDNN computes
 * an operation wrongly, this takes another one.
 *
 * <p>TensorFlow's gradient of a convolution ignores explicit paddings, so an image is padded by an
 * operation of its own where the named paddings do not do.
 */
public final class Convolutions {
  private Convolutions() {}

  /**
   * A convolution, without a bias.
   *
   * @param x {@code [n, h, w, in]}; {@code h} and {@code w} may be unknown
   * @param kernel {@code [height, width, in, out]}, as the convolution says
   * @return {@code [n, h', w', out]} with {@code h' = (h + 2 padding - kernel) / stride + 1},
   *     rounded down
   */
  public static Operand<TFloat32> convolve(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, Convolution convolution) {
    var workaround =
        OneDnnWorkaround.of(
            x.shape().get(3), convolution.filters(), convolution.kernel(), convolution.stride());
    return direct(tf, workaround.image(tf, x), workaround.kernel(tf, kernel), convolution);
  }

  private static Operand<TFloat32> direct(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, Convolution convolution) {
    var strides = strides(convolution.stride());
    if (convolution.padding() == 0) {
      return tf.nn.conv2d(x, kernel, strides, "VALID");
    }
    if (sameDoes(x.shape().get(1), convolution) && sameDoes(x.shape().get(2), convolution)) {
      return tf.nn.conv2d(x, kernel, strides, "SAME");
    }
    var padded = padded(tf, x, convolution.padding(), convolution.border());
    return tf.nn.conv2d(padded, kernel, strides, "VALID");
  }

  /**
   * An image with a border around it.
   *
   * @param x {@code [n, h, w, c]}; {@code h} and {@code w} may be unknown
   * @param padding on each side of the image, in pixels
   * @return {@code [n, h + 2 padding, w + 2 padding, c]}
   */
  public static Operand<TFloat32> padded(Ops tf, Operand<TFloat32> x, int padding, Border border) {
    int p = padding;
    var sides = tf.constant(new int[][] {{0, 0}, {p, p}, {p, p}, {0, 0}});
    return switch (border) {
      case ZEROS -> tf.pad(x, sides, tf.constant(0f));
      case REFLECTION -> tf.mirrorPad(x, sides, "REFLECT");
      case SYMMETRIC -> tf.mirrorPad(x, sides, "SYMMETRIC");
    };
  }

  /**
   * A convolution with as many zeros around the image as TensorFlow's {@code SAME} puts there, the
   * odd one below and to the right; without a bias.
   *
   * @param x {@code [n, h, w, in]}
   * @param kernel {@code [edge, edge, in, out]}
   * @return {@code [n, h', w', out]} with {@code h' = h / stride}, rounded up
   */
  public static Operand<TFloat32> convolveSame(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, int stride) {
    int edge = Math.toIntExact(kernel.shape().get(0));
    int filters = Math.toIntExact(kernel.shape().get(3));
    if (edge == 1) {
      return convolve(tf, x, kernel, new Convolution(filters, edge, stride, 0, false));
    }
    var workaround = OneDnnWorkaround.of(x.shape().get(3), filters, edge, stride);
    return tf.nn.conv2d(
        workaround.image(tf, x), workaround.kernel(tf, kernel), strides(stride), "SAME");
  }

  /**
   * A convolution of each channel by itself, of stride 1 and without padding.
   *
   * @param x {@code [n, h, w, c]}
   * @param kernel {@code [height, width, c, 1]}
   * @return {@code [n, h - height + 1, w - width + 1, c]}
   */
  public static Operand<TFloat32> depthwise(Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel) {
    return tf.nn.depthwiseConv2dNative(x, kernel, strides(1), "VALID");
  }

  /**
   * Whether TensorFlow's SAME puts the same zeros on either side as the padding asks for. Of a size
   * that is not known (-1), only if it does for all.
   */
  private static boolean sameDoes(long size, Convolution convolution) {
    if (convolution.border() != Border.ZEROS) {
      return false;
    }
    int stride = convolution.stride();
    if (size < 0) {
      return stride == 1 && convolution.kernel() == 2 * convolution.padding() + 1;
    }
    long total = ((size + stride - 1) / stride - 1) * stride + convolution.kernel() - size;
    return Math.max(total, 0) == 2L * convolution.padding();
  }

  /**
   * @param x {@code [n, h, w, in]}; {@code h} and {@code w} may be unknown
   * @param kernel {@code [height, width, out, in]}
   */
  static Operand<TFloat32> transposed(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, TransposedConvolution convolution) {
    var workaround =
        OneDnnWorkaround.of(
            x.shape().get(3), convolution.filters(), convolution.kernel(), convolution.stride());
    return directTransposed(
        tf,
        workaround.transposedImage(tf, x),
        workaround.transposedKernel(tf, kernel),
        convolution);
  }

  private static Operand<TFloat32> directTransposed(
      Ops tf, Operand<TFloat32> x, Operand<TFloat32> kernel, TransposedConvolution convolution) {
    var strides = strides(convolution.stride());
    if (sameDoes(convolution)) {
      var size = enlarged(tf, x, convolution, convolution.growth());
      return tf.nn.conv2dBackpropInput(size, kernel, x, strides, "SAME");
    }
    int p = convolution.padding();
    int uncut = Math.max(0, convolution.outputPadding() - p);
    var all = enlarged(tf, x, convolution, uncut);
    var spread = tf.nn.conv2dBackpropInput(all, kernel, x, strides, "VALID");
    var size = enlarged(tf, x, convolution, convolution.growth());
    return tf.slice(spread, tf.constant(new int[] {0, p, p, 0}), size);
  }

  /** Whether TensorFlow's SAME cuts the same rows and columns off, whatever the size. */
  private static boolean sameDoes(TransposedConvolution convolution) {
    int left = convolution.kernel() - 2 * convolution.padding();
    return convolution.outputPadding() == 0 && left > 0 && left <= convolution.stride();
  }

  /**
   * The shape of a result: {@code (size - 1) stride + kernel + growth} in height and width. Sizes
   * that are not known are computed when the graph runs.
   */
  private static Operand<TInt32> enlarged(
      Ops tf, Operand<TFloat32> x, TransposedConvolution convolution, int growth) {
    int more = convolution.kernel() - convolution.stride() + growth;
    return Sizes.scaled(tf, x, convolution.stride(), more, convolution.filters());
  }

  private static List<Long> strides(long stride) {
    return List.of(1L, stride, stride, 1L);
  }
}
