package io.pix2pix.onnx.operation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;
import java.util.function.UnaryOperator;

/** Functions of single elements, for which layouts are alike. */
final class Elements {
  private Elements() {}

  /** Adds an operator of one input. */
  static void add(
      SourceOperation operation, OnnxGraph graph, String operator, AttributeProto... attributes) {
    with(operation, input -> graph.add(operator, operation.name(), List.of(input), attributes));
  }

  /**
   * Adds nodes.
   *
   * @param nodes give the name of the result for that of the input
   */
  static void with(SourceOperation operation, UnaryOperator<String> nodes) {
    if (operation.isChannelsFirst(0)) {
      operation.isChannelsFirst(nodes.apply(operation.channelsFirst(0)));
    } else {
      operation.is(nodes.apply(operation.input(0)));
    }
  }
}
