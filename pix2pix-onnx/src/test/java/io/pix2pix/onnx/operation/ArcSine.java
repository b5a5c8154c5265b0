package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** A converter as another jar would bring it. */
public final class ArcSine implements OperationConverter {
  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Asin");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    operation.is(graph.add("Asin", operation.name(), List.of(operation.input(0))));
  }
}
