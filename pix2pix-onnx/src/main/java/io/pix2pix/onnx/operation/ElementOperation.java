package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** Two inputs, element by element; the smaller one is repeated. */
record ElementOperation() implements OperationConverter {

  private static final ImmutableMap<String, String> OPERATORS =
      ImmutableMap.<String, String>builder()
          .put("Add", "Add")
          .put("AddV2", "Add")
          .put("BiasAdd", "Add")
          .put("Sub", "Sub")
          .put("Mul", "Mul")
          .put("Div", "Div")
          .put("RealDiv", "Div")
          .put("Maximum", "Max")
          .put("Minimum", "Min")
          .put("Pow", "Pow")
          .put("Greater", "Greater")
          .put("GreaterEqual", "GreaterOrEqual")
          .put("Less", "Less")
          .put("LessEqual", "LessOrEqual")
          .buildOrThrow();

  @Override
  public ImmutableSet<String> kinds() {
    return OPERATORS.keySet();
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var operator = OPERATORS.getOrDefault(operation.kind(), operation.kind());
    boolean ofImages = operation.isChannelsFirst(0) || operation.isChannelsFirst(1);
    if (ofImages && operation.broadcasts(0) && operation.broadcasts(1)) {
      var inputs = List.of(operation.broadcast(0), operation.broadcast(1));
      operation.isChannelsFirst(graph.add(operator, operation.name(), inputs));
    } else {
      var inputs = List.of(operation.input(0), operation.input(1));
      operation.is(graph.add(operator, operation.name(), inputs));
    }
  }
}
