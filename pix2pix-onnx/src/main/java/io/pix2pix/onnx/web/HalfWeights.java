package io.pix2pix.onnx.web;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.UnsafeByteOperations;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.onnx.conversion.Attributes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.layout.DataLayouts;

/**
 * Stores the weights of a model in float16, each with a node that brings it back to float32: a
 * runtime does that once, when it opens the model, and computes as before.
 */
final class HalfWeights {
  /** Tensors of fewer elements, such as biases, are small, and keep all their digits. */
  private static final int FEWEST = 1024;

  private static final float GREATEST = 65_504;

  private HalfWeights() {}

  /**
   * @throws InvalidInputException if a weight is greater than float16 has numbers
   */
  static ModelProto of(ModelProto model) {
    var graph = model.getGraph().toBuilder().clearInitializer().clearNode();
    for (var weights : model.getGraph().getInitializerList()) {
      add(graph, weights);
    }
    graph.addAllNode(model.getGraph().getNodeList());
    return model.toBuilder().setGraph(graph).build();
  }

  private static void add(GraphProto.Builder graph, TensorProto weights) {
    boolean halved =
        weights.getDataType() == DataType.FLOAT.getNumber()
            && weights.getRawData().size() >= FEWEST * Float.BYTES;
    if (!halved) {
      graph.addInitializer(weights);
      return;
    }
    var half = weights.getName() + "_float16";
    graph.addInitializer(halved(weights).setName(half));
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Cast")
            .setName(weights.getName())
            .addInput(half)
            .addOutput(weights.getName())
            .addAttribute(Attributes.of("to", DataType.FLOAT.getNumber())));
  }

  private static TensorProto.Builder halved(TensorProto weights) {
    var from =
        weights.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    var shorts = new short[from.remaining()];
    var halves = DataLayouts.FLOAT16.applyTo(DataBuffers.of(shorts, false, false));
    for (int i = 0; i < shorts.length; i++) {
      float weight = from.get(i);
      if (Math.abs(weight) > GREATEST) {
        throw new InvalidInputException(
            "--layout: a weight of %s is %s, and float16 ends at %s; take weights: float32"
                .formatted(weights.getName(), weight, GREATEST));
      }
      halves.setFloat(weight, i);
    }
    var bytes = ByteBuffer.allocate(shorts.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(shorts);
    return weights.toBuilder()
        .setDataType(DataType.FLOAT16.getNumber())
        .setRawData(UnsafeByteOperations.unsafeWrap(bytes));
  }
}
