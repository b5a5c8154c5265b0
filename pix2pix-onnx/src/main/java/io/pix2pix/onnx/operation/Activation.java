package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;

/** Functions of one element that ONNX has, too. */
record Activation() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of(
        "Relu",
        "Tanh",
        "Sigmoid",
        "Elu",
        "Selu",
        "Softplus",
        "Softsign",
        "Exp",
        "Log",
        "Neg",
        "Abs",
        "Sqrt",
        "Reciprocal",
        "Floor",
        "Ceil",
        "Sin",
        "Cos");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    Elements.add(operation, graph, operation.kind());
  }
}
