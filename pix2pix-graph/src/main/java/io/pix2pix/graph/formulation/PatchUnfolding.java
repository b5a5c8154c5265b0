package io.pix2pix.graph.formulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.GraphWriter;
import org.tensorflow.proto.DataType;

/** Unfolds by TensorFlow's own operation. */
record PatchUnfolding() implements Unfolding {
  @Override
  public String name() {
    return "patches";
  }

  @Override
  public boolean fits(ConvolutionShape shape) {
    return shape.kernelHeight() * shape.kernelWidth() > 1;
  }

  @Override
  public String columns(String image, ConvolutionShape shape, GraphWriter to) {
    var patches =
        to.add(
            "ExtractImagePatches",
            ImmutableList.of(image),
            ImmutableMap.of(
                "T",
                GraphWriter.type(DataType.DT_FLOAT),
                "ksizes",
                GraphWriter.integerList(1, shape.kernelHeight(), shape.kernelWidth(), 1),
                "strides",
                GraphWriter.integerList(1, shape.stride(), shape.stride(), 1),
                "rates",
                GraphWriter.integerList(1, 1, 1, 1),
                "padding",
                GraphWriter.text(shape.same() ? "SAME" : "VALID")));
    return to.reshape(patches, -1, shape.kernelHeight() * shape.kernelWidth() * shape.in());
  }
}
