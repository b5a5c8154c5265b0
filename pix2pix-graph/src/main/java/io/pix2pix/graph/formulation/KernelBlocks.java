package io.pix2pix.graph.formulation;

import com.google.common.primitives.ImmutableIntArray;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.GraphWriter;
import java.util.stream.IntStream;

/**
 * The taps of a kernel sorted by block, each as large as the stride, and in a block by place: what
 * remains of the kernel where blocks of the image became channels.
 *
 * @param shape of the convolution
 * @param order of the taps: which one stands at each place
 */
record KernelBlocks(ConvolutionShape shape, ImmutableIntArray order) {
  /** Blocks row by row. */
  static KernelBlocks of(ConvolutionShape shape) {
    return new KernelBlocks(shape, order(shape, false));
  }

  /** Blocks from the last to the first. */
  static KernelBlocks mirrored(ConvolutionShape shape) {
    return new KernelBlocks(shape, order(shape, true));
  }

  private static ImmutableIntArray order(ConvolutionShape shape, boolean mirrored) {
    int s = shape.stride();
    int side = shape.kernelWidth();
    int blocks = side / s;
    return ImmutableIntArray.copyOf(
        IntStream.range(0, side * side)
            .map(
                i -> {
                  int block = mirrored ? blocks * blocks - 1 - i / (s * s) : i / (s * s);
                  int place = i % (s * s);
                  int row = block / blocks * s + place / s;
                  int column = block % blocks * s + place % s;
                  return row * side + column;
                }));
  }

  /**
   * @param kernel {@code [s r, s r, c, o]}
   * @return {@code [r r, s s c o]}
   */
  String of(String kernel, GraphWriter to) {
    int s = shape.stride();
    var taps = to.reshape(kernel, order.length(), shape.in() * shape.out());
    return to.reshape(to.gather(taps, to.integers(order.toArray())), order.length() / (s * s), -1);
  }

  /** The inverse of {@link #of(String, GraphWriter)}. */
  String kernel(String blocks, GraphWriter to) {
    var back = IntStream.range(0, order.length()).map(order::indexOf).toArray();
    var taps = to.reshape(blocks, order.length(), shape.in() * shape.out());
    int side = shape.kernelWidth();
    return to.reshape(to.gather(taps, to.integers(back)), side, side, shape.in(), shape.out());
  }
}
