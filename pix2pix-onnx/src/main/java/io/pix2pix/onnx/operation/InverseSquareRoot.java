package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** {@code 1 / sqrt(x)}. */
record InverseSquareRoot() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Rsqrt");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    Elements.with(
        operation,
        x -> {
          var root = graph.add("Sqrt", operation.name() + "_root", List.of(x));
          return graph.add("Reciprocal", operation.name(), List.of(root));
        });
  }
}
