package io.pix2pix.api.network;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A transposed convolution with a square kernel: each pixel is spread over its neighbors.
 *
 * @param filters channels of the result
 * @param kernel edge of the kernel, in pixels
 * @param stride the factor by which the image grows
 * @param padding what is cut off on each side of the result, in pixels, as PyTorch counts it
 * @param outputPadding rows and columns that are cut off less below and to the right, as PyTorch
 *     counts them
 * @param bias whether a number is added to each channel
 */
public record TransposedConvolution(
    int filters, int kernel, int stride, int padding, int outputPadding, boolean bias) {

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public TransposedConvolution {
    checkArgument(filters >= 1, "filters must be at least 1, not %s", filters);
    checkArgument(kernel >= 1, "kernel must be at least 1, not %s", kernel);
    checkArgument(stride >= 1, "stride must be at least 1, not %s", stride);
    checkArgument(
        padding >= 0 && padding < kernel,
        "padding must be from 0 to %s, not %s",
        kernel - 1,
        padding);
    checkArgument(
        outputPadding >= 0 && outputPadding < stride,
        "outputPadding must be from 0 to %s, not %s",
        stride - 1,
        outputPadding);
  }

  /**
   * Doubles height and width: 4x4 (paper, section 6.1), 3x3 with output padding 1 (the PyTorch
   * port's ResNet), or any other kernel of at least 2x2.
   */
  public static TransposedConvolution doubling(int filters, int kernel, boolean bias) {
    return new TransposedConvolution(filters, kernel, 2, (kernel - 1) / 2, kernel % 2, bias);
  }

  /** Height or width of the result. */
  public int enlarged(long size) {
    return Math.toIntExact((size - 1) * stride + kernel + growth());
  }

  /** What is left of the outermost pixels' kernels: negative where they are cut. */
  int growth() {
    return outputPadding - 2 * padding;
  }
}
