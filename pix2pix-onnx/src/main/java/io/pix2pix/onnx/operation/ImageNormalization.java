package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** Batch normalization by the statistics of each image. */
record ImageNormalization() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of(SourceOperation.PER_IMAGE_NORMALIZATION);
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var inputs = List.of(operation.channelsFirst(0), operation.input(1), operation.input(2));
    operation.isChannelsFirst(
        graph.add(
            "InstanceNormalization",
            operation.name(),
            inputs,
            Attributes.of("epsilon", operation.number("epsilon"))));
  }
}
