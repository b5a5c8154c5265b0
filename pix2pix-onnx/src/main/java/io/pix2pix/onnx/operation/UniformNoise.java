package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;
import java.util.List;

/** Numbers from 0 to 1, which ONNX draws anew whenever it runs, without a seed of ours. */
record UniformNoise() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("StatelessRandomUniform");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    var shape = List.of(operation.input(0));
    var zeros = graph.add("ConstantOfShape", operation.name() + "_zeros", shape);
    operation.is(
        graph.add(
            "RandomUniformLike",
            operation.name(),
            List.of(zeros),
            Attributes.of("low", 0f),
            Attributes.of("high", 1f)));
  }
}
