package io.pix2pix.graph.formulation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.graph.convolution.ConvolutionKind;
import io.pix2pix.graph.convolution.ConvolutionNode;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.GraphWriter;
import io.pix2pix.graph.convolution.MatrixLibrary;

/**
 * The gradient of an image, or a transposed convolution, as a product of the gradient of the
 * feature maps and the kernel, whose parts are shifted to their places and added.
 *
 * @param swapped whether the operands change places and the result is transposed: a product of few
 *     rows with a large transposed matrix is slow
 * @param library that computes the product
 */
record ImageGradientProduct(boolean swapped, MatrixLibrary library) implements Formulation {
  @Override
  public String name() {
    return (swapped ? "kernel times gradient" : "gradient times kernel") + library.suffix();
  }

  @Override
  public boolean fits(ConvolutionShape shape) {
    return shape.kind() == ConvolutionKind.IMAGE_GRADIENT && Frame.isDivided(shape);
  }

  @Override
  public void write(ConvolutionNode node, GraphWriter to) {
    var shape = node.shape();
    int seen = shape.kernelHeight() * shape.kernelWidth() * shape.in();
    var kernel = to.reshape(node.inputs().get(0), seen, shape.out());
    var maps = to.reshape(node.inputs().get(1), -1, shape.out());
    var product =
        swapped
            ? to.transpose(to.product(library, kernel, false, maps, true, node.controls()), 1, 0)
            : to.product(library, maps, false, kernel, true, node.controls());
    to.name(Frame.without(folded(product, shape, to), shape, to), node.name());
  }

  /**
   * @param product {@code [n h' w', kernelHeight kernelWidth in]}
   * @return the image in its frame
   */
  private static String folded(String product, ConvolutionShape shape, GraphWriter to) {
    int s = shape.stride();
    int rows = shape.kernelHeight() / s;
    int columns = shape.kernelWidth() / s;
    var blocks = to.reshape(product, -1, rows, s, columns, s * shape.in());
    var parts = ImmutableList.<String>builder();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        var begin = new int[] {0, row, 0, column, 0};
        var part = to.slice(blocks, begin, new int[] {-1, 1, s, 1, s * shape.in()});
        var maps = to.reshape(part, -1, shape.outHeight(), shape.outWidth(), s * s * shape.in());
        parts.add(to.pad(maps, row, rows - 1 - row, column, columns - 1 - column));
      }
    }
    return to.depthToSpace(to.sum(parts.build()), s);
  }
}
