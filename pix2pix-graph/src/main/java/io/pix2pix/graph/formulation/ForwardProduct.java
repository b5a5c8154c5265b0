package io.pix2pix.graph.formulation;

import io.pix2pix.graph.convolution.ConvolutionKind;
import io.pix2pix.graph.convolution.ConvolutionNode;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.GraphWriter;
import io.pix2pix.graph.convolution.MatrixLibrary;

/**
 * A convolution as a product of the unfolded image and the kernel.
 *
 * @param unfolding how the image is unfolded
 * @param library that computes the product
 */
record ForwardProduct(Unfolding unfolding, MatrixLibrary library) implements Formulation {
  @Override
  public String name() {
    return unfolding.name() + " times kernel" + library.suffix();
  }

  @Override
  public boolean fits(ConvolutionShape shape) {
    return shape.kind() == ConvolutionKind.FORWARD && unfolding.fits(shape);
  }

  @Override
  public void write(ConvolutionNode node, GraphWriter to) {
    var shape = node.shape();
    var columns = unfolding.columns(node.inputs().get(0), shape, to);
    int seen = shape.kernelHeight() * shape.kernelWidth() * shape.in();
    var kernel = to.reshape(node.inputs().get(1), seen, shape.out());
    var product = to.product(library, columns, false, kernel, false, node.controls());
    var maps = to.reshape(product, -1, shape.outHeight(), shape.outWidth(), shape.out());
    to.name(maps, node.name());
  }
}
