package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** The same elements in another shape. */
record Reshaping() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Reshape");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var inputs = List.of(operation.input(0), operation.input(1));
    operation.is(graph.add("Reshape", operation.name(), inputs));
  }
}
