package io.pix2pix.api.network;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A convolution with a square kernel.
 *
 * @param filters channels of the result
 * @param kernel edge of the kernel, in pixels
 * @param stride how far the kernel moves, in pixels: the factor by which the image shrinks
 * @param padding on each side of the image, in pixels, as PyTorch counts it
 * @param border what the padding consists of
 * @param bias whether a number is added to each channel
 */
public record Convolution(
    int filters, int kernel, int stride, int padding, Border border, boolean bias) {

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
   * A convolution of an image with zeros around it.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public Convolution(int filters, int kernel, int stride, int padding, boolean bias) {
    this(filters, kernel, stride, padding, Border.ZEROS, bias);
  }

  /** 4x4 with stride 2 and padding 1: halves height and width (paper, section 6.1). */
  public static Convolution halving(int filters, boolean bias) {
    return new Convolution(filters, 4, 2, 1, bias);
  }

  /** The same with or without a bias. */
  public Convolution withBias(boolean wanted) {
    return new Convolution(filters, kernel, stride, padding, border, wanted);
  }

  /** Height or width of the result. */
  public int shrunk(long size) {
    return Math.toIntExact(Math.floorDiv(size + 2L * padding - kernel, stride) + 1);
  }
}
