package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** {@code x x}. */
record Square() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Square");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    Elements.with(operation, x -> graph.add("Mul", operation.name(), List.of(x, x)));
  }
}
