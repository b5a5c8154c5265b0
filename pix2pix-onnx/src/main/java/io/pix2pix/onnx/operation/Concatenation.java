package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.ChannelsFirst;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.stream.IntStream;

/** Tensors joined along a dimension. */
record Concatenation() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("ConcatV2");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    int parts = operation.inputs() - 1;
    long axis = operation.constant(parts).get(0);
    if (IntStream.range(0, parts).anyMatch(operation::isChannelsFirst)) {
      var inputs =
          IntStream.range(0, parts)
              .mapToObj(operation::channelsFirst)
              .collect(ImmutableList.toImmutableList());
      var moved = Attributes.of("axis", ChannelsFirst.axis(axis));
      operation.isChannelsFirst(graph.add("Concat", operation.name(), inputs, moved));
    } else {
      var inputs =
          IntStream.range(0, parts)
              .mapToObj(operation::input)
              .collect(ImmutableList.toImmutableList());
      operation.is(graph.add("Concat", operation.name(), inputs, Attributes.of("axis", axis)));
    }
  }
}
