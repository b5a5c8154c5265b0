package io.pix2pix.api.network;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A convolution, or a transposed convolution, with a square kernel.
 *
 * @param filters channels of the result
 * @param kernel edge of the kernel, in pixels
 * @param stride how far the kernel moves, in pixels: the factor by which a convolution shrinks and
 *     a transposed one enlarges
 * @param padding zeros on each side of the image, in pixels, as PyTorch counts them
 * @param bias whether a number is added to each channel
 */
public record Convolution(int filters, int kernel, int stride, int padding, boolean bias) {

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public Convolution {
    checkArgument(filters >= 1, "filters must be at least 1, not %s", filters);
    checkArgument(kernel >= 1, "kernel must be at least 1, not %s", kernel);
    checkArgument(stride >= 1, "stride must be at least 1, not %s", stride);
    checkArgument(
        padding >= 0 && padding < kernel,
        "padding must be from 0 to %s, not %s",
        kernel - 1,
        padding);
  }

  /**
   * 4x4 with stride 2 and padding 1: halves height and width, or doubles them when transposed
   * (paper, section 6.1).
   */
  public static Convolution halving(int filters, boolean bias) {
    return new Convolution(filters, 4, 2, 1, bias);
  }

  /** Height or width of the result of a convolution. */
  public int shrunk(long size) {
    return Math.toIntExact(Math.floorDiv(size + 2L * padding - kernel, stride) + 1);
  }

  /** Height or width of the result of a transposed convolution. */
  public int enlarged(long size) {
    return Math.toIntExact((size - 1) * stride + kernel - 2L * padding);
  }
}
