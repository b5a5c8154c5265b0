package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.ChannelsFirst;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** Sums, means and extremes along dimensions. */
record Reduction() implements OperationConverter {

  private static final ImmutableMap<String, String> OPERATORS =
      ImmutableMap.of(
          "Mean", "ReduceMean", "Sum", "ReduceSum", "Max", "ReduceMax", "Min", "ReduceMin");

  @Override
  public ImmutableSet<String> kinds() {
    return OPERATORS.keySet();
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var operator = OPERATORS.getOrDefault(operation.kind(), operation.kind());
    boolean keeps = operation.flag("keep_dims");
    var keeping = Attributes.of("keepdims", keeps ? 1 : 0);
    var axes = operation.constant(1).asList();
    if (keeps && operation.isChannelsFirst(0)) {
      var moved = axes.stream().map(ChannelsFirst::axis).toList();
      var inputs = List.of(operation.channelsFirst(0), graph.integers(moved));
      operation.isChannelsFirst(graph.add(operator, operation.name(), inputs, keeping));
    } else {
      var inputs = List.of(operation.input(0), graph.integers(axes));
      operation.is(graph.add(operator, operation.name(), inputs, keeping));
    }
  }
}
