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

  @Override
  public boolean fits(ConvolutionShape shape) {
    return true;
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
