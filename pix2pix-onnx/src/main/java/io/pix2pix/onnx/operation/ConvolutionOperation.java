package io.pix2pix.onnx.operation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** A convolution. */
record ConvolutionOperation() implements OperationConverter {

  /** From height, width, in, out to out, in, height, width. */
  static final ImmutableList<Integer> KERNEL = ImmutableList.of(3, 2, 0, 1);

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Conv2D");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var kernel = operation.shape(1);
    var dilations = Window.spatial(operation.integers("dilations"));
    var edges =
        ImmutableList.of(
            (kernel.get(0) - 1) * dilations.get(0) + 1, (kernel.get(1) - 1) * dilations.get(1) + 1);
    var attributes =
        ImmutableList.<AttributeProto>builder()
            .add(Attributes.of("kernel_shape", List.of(kernel.get(0), kernel.get(1))))
            .add(Attributes.of("dilations", dilations))
            .addAll(new Window(operation, edges).attributes())
            .build();
    var inputs = List.of(operation.channelsFirst(0), operation.permuted(1, KERNEL));
    operation.isChannelsFirst(graph.add("Conv", operation.name(), inputs, attributes));
  }
}
