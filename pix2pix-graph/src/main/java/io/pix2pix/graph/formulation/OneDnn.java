package io.pix2pix.graph.formulation;

import io.pix2pix.graph.convolution.ConvolutionNode;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.GraphWriter;

/**
 * oneDNN's kernel, asked for by name: {@code TF_ENABLE_ONEDNN_OPTS} only decides for operations
 * that do not say.
 */
public record OneDnn() implements Formulation {
  @Override
  public String name() {
    return "onednn";
  }

  /** Not what oneDNN 3.5 is known to compute wrongly, now and then, where there is a stride. */
  @Override
  public boolean fits(ConvolutionShape shape) {
    boolean single = shape.in() == 1 && shape.out() == 1;
    boolean pointwise = shape.kernelHeight() == 1 && shape.kernelWidth() == 1;
    return switch (shape.kind()) {
      case FORWARD -> true;
      case IMAGE_GRADIENT -> shape.stride() == 1 || !single;
      case KERNEL_GRADIENT -> shape.stride() == 1 || !pointwise;
    };
  }

  @Override
  public void write(ConvolutionNode node, GraphWriter to) {
    to.copy(
        node.node().toBuilder()
            .setOp("_MklNative" + node.shape().kind().operation())
            .putAttr("_kernel", GraphWriter.text("MklNameChangeOp"))
            .build());
  }
}
