package io.pix2pix.graph.formulation;

import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.GraphWriter;

/** The part of an image that a convolution sees, with the zeros around it. */
final class Frame {
  private Frame() {}

  /** Whether the kernel consists of whole blocks of the stride's size. */
  static boolean isDivided(ConvolutionShape shape) {
    return shape.kernelHeight() % shape.stride() == 0 && shape.kernelWidth() % shape.stride() == 0;
  }

  private static int height(ConvolutionShape shape) {
    return (shape.outHeight() - 1) * shape.stride() + shape.kernelHeight();
  }

  private static int width(ConvolutionShape shape) {
    return (shape.outWidth() - 1) * shape.stride() + shape.kernelWidth();
  }

  /**
   * Adds zeros, and cuts off what the kernel does not reach.
   *
   * @param image {@code [n, h, w, c]}
   */
  static String around(String image, ConvolutionShape shape, GraphWriter to) {
    int bottom = height(shape) - shape.height() - shape.top();
    int right = width(shape) - shape.width() - shape.left();
    var padded = to.pad(image, shape.top(), Math.max(0, bottom), shape.left(), Math.max(0, right));
    return bottom >= 0 && right >= 0
        ? padded
        : to.slice(padded, new int[4], new int[] {-1, height(shape), width(shape), shape.in()});
  }

  /**
   * The inverse: cuts the zeros off, and adds some where the kernel does not reach.
   *
   * @param framed {@code [n, h', w', c]}, the size that {@link #around} makes
   * @return {@code [n, h, w, c]}
   */
  static String without(String framed, ConvolutionShape shape, GraphWriter to) {
    int missingRows = Math.max(0, shape.height() + shape.top() - height(shape));
    int missingColumns = Math.max(0, shape.width() + shape.left() - width(shape));
    var whole = to.pad(framed, 0, missingRows, 0, missingColumns);
    if (height(shape) + missingRows == shape.height()
        && width(shape) + missingColumns == shape.width()) {
      return whole;
    }
    var begin = new int[] {0, shape.top(), shape.left(), 0};
    return to.slice(whole, begin, new int[] {-1, shape.height(), shape.width(), shape.in()});
  }
}
