package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** Channels that become the pixels of squares. */
record Pixels() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("DepthToSpace");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    operation.isChannelsFirst(
        graph.add(
            "DepthToSpace",
            operation.name(),
            List.of(operation.channelsFirst(0)),
            Attributes.of("blocksize", operation.integer("block_size")),
            Attributes.of("mode", "DCR")));
  }
}
