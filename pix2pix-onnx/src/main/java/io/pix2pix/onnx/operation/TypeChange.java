package io.pix2pix.onnx.operation;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.onnx.conversion.Attributes;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.conversion.OperationConverter;
import io.pix2pix.onnx.conversion.SourceOperation;

/** Truth values and whole numbers as floats. */
record TypeChange() implements OperationConverter {

  @Override
  public ImmutableSet<String> kinds() {
    return ImmutableSet.of("Cast");
  }

  @Override
  public void convert(SourceOperation operation, OnnxGraph graph) {
    if (!operation.type("DstT").equals("DT_FLOAT")) {
      throw operation.refusal("to " + operation.type("DstT"));
    }
    var type = Attributes.of("to", DataType.FLOAT.getNumber());
    Elements.add(operation, graph, "Cast", type);
  }
}
