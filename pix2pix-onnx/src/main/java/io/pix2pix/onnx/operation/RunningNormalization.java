package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** Batch normalization by means and variances that are given. */
record RunningNormalization() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("FusedBatchNormV3");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    if (operation.flag("is_training")) {
      throw operation.refusal("by the statistics of a whole batch");
    }
    var inputs =
        List.of(
            operation.channelsFirst(0),
            operation.input(1),
            operation.input(2),
            operation.input(3),
            operation.input(4));
    operation.isChannelsFirst(
        graph.add(
            "BatchNormalization",
            operation.name(),
            inputs,
            Attributes.of("epsilon", operation.number("epsilon"))));
  }
}
