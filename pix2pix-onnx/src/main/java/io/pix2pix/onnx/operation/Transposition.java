package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** Dimensions in another order. */
record Transposition() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Transpose");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var order = Attributes.of("perm", operation.constant(1).asList());
    operation.is(graph.add("Transpose", operation.name(), List.of(operation.input(0)), order));
  }
}
