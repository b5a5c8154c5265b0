package io.pix2pix.graph.formulation;

import io.pix2pix.graph.convolution.ConvolutionKind;
import io.pix2pix.graph.convolution.ConvolutionNode;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.GraphWriter;
import io.pix2pix.graph.convolution.MatrixLibrary;

/**
 * The gradient of a kernel as a product of the unfolded image and the gradient of the feature maps.
 *
 * @param unfolding how the image is unfolded
 * @param swapped whether the operands change places and the result, which is small, is transposed
 * @param library that computes the product
 */
record KernelGradientProduct(Unfolding unfolding, boolean swapped, MatrixLibrary library)
    implements Formulation {
  @Override
  public String name() {
    return (swapped ? "gradient times " + unfolding.name() : unfolding.name() + " times gradient")
        + library.suffix();
  }

  @Override
  public boolean fits(ConvolutionShape shape) {
    return shape.kind() == ConvolutionKind.KERNEL_GRADIENT && unfolding.fits(shape);
  }

  @Override
  public void write(ConvolutionNode node, GraphWriter to) {
    var shape = node.shape();
    var columns = unfolding.columns(node.inputs().get(0), shape, to);
    var maps = to.reshape(node.inputs().get(1), -1, shape.out());
    var product =
        swapped
            ? to.transpose(to.product(library, maps, true, columns, false, node.controls()), 1, 0)
            : to.product(library, columns, true, maps, false, node.controls());
    var kernel =
        to.reshape(product, shape.kernelHeight(), shape.kernelWidth(), shape.in(), shape.out());
    to.name(kernel, node.name());
  }
}
