package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.ChannelsFirst;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** The shape of a tensor, as TensorFlow has it. */
record ShapeOperation() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Shape");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    if (operation.isChannelsFirst(0)) {
      var shape =
          graph.add("Shape", operation.name() + "_first", List.of(operation.channelsFirst(0)));
      var order = graph.integers(ChannelsFirst.BACK);
      operation.is(graph.add("Gather", operation.name(), List.of(shape, order)));
    } else {
      operation.is(graph.add("Shape", operation.name(), List.of(operation.input(0))));
    }
  }
}
