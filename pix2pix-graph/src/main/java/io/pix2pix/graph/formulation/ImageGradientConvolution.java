package io.pix2pix.graph.formulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.graph.convolution.ConvolutionKind;
import io.pix2pix.graph.convolution.ConvolutionNode;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.GraphWriter;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;

/**
 * The gradient of an image, or a transposed convolution, as a convolution without a stride: of the
 * gradient of the feature maps with the mirrored kernel, to as many channels as a block of the
 * stride's size has, which then become pixels.
 */
record ImageGradientConvolution() implements Formulation {
  @Override
  public String name() {
    return "convolution of gradient";
  }

  @Override
  public boolean fits(ConvolutionShape shape) {
    return shape.kind() == ConvolutionKind.IMAGE_GRADIENT
        && Frame.isDivided(shape)
        && shape.kernelHeight() * shape.kernelWidth() > 1;
  }

  @Override
  public void write(ConvolutionNode node, GraphWriter to) {
    var shape = node.shape();
    int rows = shape.kernelHeight() / shape.stride();
    int columns = shape.kernelWidth() / shape.stride();
    var maps = to.pad(node.inputs().get(1), rows - 1, rows - 1, columns - 1, columns - 1);
    var inputs =
        ImmutableList.<String>builder()
            .add(maps, mirrored(node.inputs().get(0), shape, to))
            .addAll(node.controls())
            .build();
    var blocks = to.add("Conv2D", inputs, attributes());
    var framed = to.depthToSpace(blocks, shape.stride());
    to.name(Frame.without(framed, shape, to), node.name());
  }

  /**
   * @param kernel {@code [s q, s r, in, out]}
   * @return {@code [q, r, out, s s in]}, its rows and columns in the opposite order
   */
  private static String mirrored(String kernel, ConvolutionShape shape, GraphWriter to) {
    int s = shape.stride();
    int rows = shape.kernelHeight() / s;
    int columns = shape.kernelWidth() / s;
    var blocks = to.reshape(kernel, rows, s, columns, s, shape.in(), shape.out());
    var ordered = to.transpose(blocks, 0, 2, 5, 1, 3, 4);
    var reversed =
        to.add(
            "ReverseV2",
            ImmutableList.of(ordered, to.integers(0, 1)),
            ImmutableMap.of(
                "T",
                GraphWriter.type(DataType.DT_FLOAT),
                "Tidx",
                GraphWriter.type(DataType.DT_INT32)));
    return to.reshape(reversed, rows, columns, shape.out(), s * s * shape.in());
  }

  private static ImmutableMap<String, AttrValue> attributes() {
    return ImmutableMap.of(
        "T",
        GraphWriter.type(DataType.DT_FLOAT),
        "strides",
        GraphWriter.integerList(1, 1, 1, 1),
        "padding",
        GraphWriter.text("VALID"));
  }
}
