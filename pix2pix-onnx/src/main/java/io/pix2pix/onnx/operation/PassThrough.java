package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;

/** What gives its first input, and says something of it to TensorFlow alone. */
record PassThrough() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of(
        "Identity", "StopGradient", "PreventGradient", "Snapshot", "EnsureShape");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    operation.isInput(0);
  }
}
