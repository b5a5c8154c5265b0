package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** A tensor repeated along dimensions. */
record Repetition() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Tile");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var inputs = List.of(operation.input(0), operation.input(1));
    operation.is(graph.add("Tile", operation.name(), inputs));
  }
}
