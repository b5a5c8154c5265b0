package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;

/** {@code max(x, alpha x)}. */
record LeakyActivation() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("LeakyRelu");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    Elements.add(operation, graph, "LeakyRelu", Attributes.of("alpha", operation.number("alpha")));
  }
}
