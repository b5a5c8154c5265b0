package io.pix2pix.onnx.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class HalfWeightsTest {

  /** Near 1, float16 has a number every 2^-10: 1.0009 becomes 1 + 2^-10, which is 0x3c01. */
  @Test
  void roundsWeightsToTheNearestHalfAndBringsThemBackBeforeTheyAreUsed() {
    var graph = HalfWeights.of(model(weights("kernel", 1024, 1.0009f))).getGraph();

    var half = graph.getInitializer(0);
    assertThat(half.getName()).isEqualTo("kernel_float16");
    assertThat(half.getDataType()).isEqualTo(DataType.FLOAT16.getNumber());
    assertThat(half.getDimsList()).containsExactly(1024L);
    assertThat(half.getRawData().size()).isEqualTo(2048);
    assertThat(half.getRawData().substring(0, 2).toByteArray()).containsExactly(0x01, 0x3c);
    assertThat(graph.getNode(0).getOpType()).isEqualTo("Cast");
    assertThat(graph.getNode(0).getInputList()).containsExactly("kernel_float16");
    assertThat(graph.getNode(0).getOutputList()).containsExactly("kernel");
    assertThat(graph.getNode(0).getAttribute(0).getI()).isEqualTo(DataType.FLOAT.getNumber());
  }

  @Test
  void smallTensorsKeepTheirDigits() {
    var model = model(weights("bias", 1023, 1.0009f));

    assertThat(HalfWeights.of(model)).isEqualTo(model);
  }

  @Test
  void refusesWeightsThatHalvesHaveNoNumberFor() {
    assertThatThrownBy(() -> HalfWeights.of(model(weights("kernel", 1024, 70_000))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "--layout: a weight of kernel is 70000.0, and float16 ends at 65504.0; take weights: float32");
  }

  private static ModelProto model(TensorProto weights) {
    return ModelProto.newBuilder()
        .setGraph(GraphProto.newBuilder().addInitializer(weights))
        .build();
  }

  private static TensorProto weights(String name, int elements, float value) {
    var bytes = ByteBuffer.allocate(elements * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < elements; i++) {
      bytes.putFloat(value);
    }
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(DataType.FLOAT.getNumber())
        .addDims(elements)
        .setRawData(ByteString.copyFrom(bytes.flip()))
        .build();
  }
}
