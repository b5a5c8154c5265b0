package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;
import java.util.stream.IntStream;

/** Tensors joined along a new dimension. */
record Stack() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Pack");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    long axis = operation.integer("axis");
    var inputs =
        IntStream.range(0, operation.inputs())
            .mapToObj(
                input ->
                    graph.add(
                        "Unsqueeze",
                        operation.name() + "_" + input,
                        List.of(operation.input(input), graph.integers(axis))))
            .collect(ImmutableList.toImmutableList());
    operation.is(graph.add("Concat", operation.name(), inputs, Attributes.of("axis", axis)));
  }
}
