package io.pix2pix.graph.formulation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.GraphWriter;

/**
 * Unfolds by large copies: shifted slices of the image side by side. With a stride, blocks of
 * pixels become channels first, so that there are fewer slices of longer rows.
 */
record SliceUnfolding() implements Unfolding {
  @Override
  public String name() {
    return "slices";
  }

  @Override
  public boolean fits(ConvolutionShape shape) {
    return Frame.isDivided(shape);
  }

  @Override
  public String columns(String image, ConvolutionShape shape, GraphWriter to) {
    if (shape.kernelHeight() == 1 && shape.kernelWidth() == 1) {
      return to.reshape(image, -1, shape.in());
    }
    var blocks = to.spaceToDepth(Frame.around(image, shape, to), shape.stride());
    var rows = ImmutableList.<String>builder();
    for (int row = 0; row < shape.kernelHeight() / shape.stride(); row++) {
      rows.add(kernelRows(blocks, row, shape, to));
    }
    return to.concat(rows.build(), 1);
  }

  /** What as many rows of the kernel see as the stride is long: {@code [n h' w', ...]}. */
  private static String kernelRows(String blocks, int row, ConvolutionShape shape, GraphWriter to) {
    int s = shape.stride();
    int rowOfBlock = s * shape.in();
    var parts = ImmutableList.<String>builder();
    for (int column = 0; column < shape.kernelWidth() / s; column++) {
      var begin = new int[] {0, row, column, 0};
      var size = new int[] {-1, shape.outHeight(), shape.outWidth(), s * rowOfBlock};
      parts.add(to.reshape(to.slice(blocks, begin, size), -1, s, 1, rowOfBlock));
    }
    return to.reshape(to.concat(parts.build(), 2), -1, s * shape.kernelWidth() * shape.in());
  }
}
