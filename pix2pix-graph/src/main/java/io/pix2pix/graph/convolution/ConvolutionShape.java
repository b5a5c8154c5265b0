package io.pix2pix.graph.convolution;

/**
 * What decides how fast a convolution, or a gradient of it, is: all sizes of the convolution.
 *
 * @param kind the convolution itself, or a gradient
 * @param batch how many images; {@link #ANY_BATCH} where it is only known when the graph runs
 * @param height of the image, in pixels
 * @param width of the image
 * @param in channels of the image
 * @param kernelHeight of the kernel
 * @param kernelWidth of the kernel
 * @param out channels of the feature maps
 * @param stride in both directions
 * @param same whether TensorFlow pads the image with zeros as it calls {@code SAME}
 * @param fixedKernel whether the kernel is the same in every run of the graph, so that what is made
 *     of it costs nothing
 */
public record ConvolutionShape(
    ConvolutionKind kind,
    int batch,
    int height,
    int width,
    int in,
    int kernelHeight,
    int kernelWidth,
    int out,
    int stride,
    boolean same,
    boolean fixedKernel) {

  /** Any number of images. */
  public static final int ANY_BATCH = -1;

  /** With a kernel that may change. */
  public ConvolutionShape(
      ConvolutionKind kind,
      int batch,
      int height,
      int width,
      int in,
      int kernelHeight,
      int kernelWidth,
      int out,
      int stride,
      boolean same) {
    this(kind, batch, height, width, in, kernelHeight, kernelWidth, out, stride, same, false);
  }

  /** Height of the feature maps. */
  public int outHeight() {
    return outSize(height, kernelHeight);
  }

  /** Width of the feature maps. */
  public int outWidth() {
    return outSize(width, kernelWidth);
  }

  /** Rows of zeros above the image. */
  public int top() {
    return zeros(height, kernelHeight) / 2;
  }

  /** Columns of zeros to the left of the image. */
  public int left() {
    return zeros(width, kernelWidth) / 2;
  }

  /** Multiplications and additions of one image. */
  public long operations() {
    return (long) outHeight() * outWidth() * kernelHeight * kernelWidth * in * out;
  }

  /** The same for another number of images. */
  public ConvolutionShape withBatch(int images) {
    return new ConvolutionShape(
        kind, images, height, width, in, kernelHeight, kernelWidth, out, stride, same, fixedKernel);
  }

  /** The same with a kernel that does not change. */
  public ConvolutionShape withFixedKernel() {
    return new ConvolutionShape(
        kind, batch, height, width, in, kernelHeight, kernelWidth, out, stride, same, true);
  }

  private int outSize(int size, int kernel) {
    return same ? (size + stride - 1) / stride : (size - kernel) / stride + 1;
  }

  private int zeros(int size, int kernel) {
    return same ? Math.max(0, (outSize(size, kernel) - 1) * stride + kernel - size) : 0;
  }

  /** For example {@code forward 1x256x256x3 kernel 4x4x64 stride 2 same}. */
  @Override
  public String toString() {
    return "%s %sx%dx%dx%d kernel %dx%dx%d stride %d%s%s"
        .formatted(
            kind,
            batch == ANY_BATCH ? "n" : batch,
            height,
            width,
            in,
            kernelHeight,
            kernelWidth,
            out,
            stride,
            same ? " same" : "",
            fixedKernel ? " fixed" : "");
  }
}
