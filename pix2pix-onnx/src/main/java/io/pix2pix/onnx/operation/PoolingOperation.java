package io.pix2pix.onnx.operation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** Means of squares. */
record PoolingOperation() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("AvgPool");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var edges = Window.spatial(operation.integers("ksize"));
    var attributes =
        ImmutableList.<AttributeProto>builder()
            .add(Attributes.of("kernel_shape", edges))
            .addAll(new Window(operation, edges).attributes())
            .build();
    var inputs = List.of(operation.channelsFirst(0));
    operation.isChannelsFirst(graph.add("AveragePool", operation.name(), inputs, attributes));
  }
}
