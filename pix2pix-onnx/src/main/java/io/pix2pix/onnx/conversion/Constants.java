package io.pix2pix.onnx.conversion;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import com.google.protobuf.UnsafeByteOperations;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.GraphSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.RawTensor;
import org.tensorflow.proto.NodeDef;

/**
 * What follows from weights and constants alone: TensorFlow computes it once, with what is done to
 * kernels before they are used, such as spectral normalization.
 */
final class Constants {
  private static final String WEIGHT = "ReadVariableOp";
  private static final String VARIABLE = "VarHandleOp";
  private static final String INPUT = "Placeholder";

  private final Graph graph;
  private final GraphSession session;
  private final Set<String> operations = new HashSet<>();
  private final Map<String, Constant> values = new HashMap<>();

  /**
   * @param nodes those of the graph, each after what it takes
   * @param session holds the weights
   */
  Constants(Graph graph, GraphSession session, Iterable<NodeDef> nodes) {
    this.graph = graph;
    this.session = session;
    for (var node : nodes) {
      if (isConstant(node)) {
        operations.add(node.getName());
      }
    }
  }

  /** A placeholder with a default is one, as nobody feeds it. */
  private boolean isConstant(NodeDef node) {
    return switch (node.getOp()) {
      case WEIGHT -> true;
      case VARIABLE, INPUT -> false;
      default ->
          !node.getOp().contains("Random")
              && node.getInputList().stream()
                  .filter(SourceOutput::isData)
                  .map(SourceOutput::of)
                  .allMatch(this::has);
    };
  }

  boolean has(SourceOutput output) {
    return operations.contains(output.operation());
  }

  /** The numbers that an operation gives, whatever is fed. */
  Constant get(SourceOutput output) {
    return values.computeIfAbsent(output.toString(), name -> compute(output));
  }

  private Constant compute(SourceOutput output) {
    var operand = graph.operationOrThrow(output.operation()).output(output.index());
    try (var result = session.runner().fetch(operand).run()) {
      return constant(output, result.get(0).asRawTensor());
    }
  }

  private static Constant constant(SourceOutput output, RawTensor tensor) {
    var shape = ImmutableList.copyOf(Longs.asList(tensor.shape().asArray()));
    var bytes = new byte[Math.toIntExact(tensor.numBytes())];
    tensor.data().read(bytes);
    return switch (tensor.dataType()) {
      case DT_FLOAT -> constant(DataType.FLOAT, shape, bytes);
      case DT_BOOL -> constant(DataType.BOOL, shape, bytes);
      case DT_INT64 -> constant(DataType.INT64, shape, bytes);
      case DT_INT32 -> Constant.integers(shape, widened(bytes));
      default ->
          throw new InvalidInputException(
              "%s: ONNX models are made of floats and whole numbers, not of %s; export a SavedModel"
                  .formatted(output, tensor.dataType()));
    };
  }

  private static Constant constant(DataType type, ImmutableList<Long> shape, byte[] bytes) {
    return new Constant(type, shape, UnsafeByteOperations.unsafeWrap(bytes));
  }

  /** Sizes are 64-bit numbers in ONNX. */
  private static long[] widened(byte[] bytes) {
    var numbers = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asIntBuffer();
    var wide = new long[numbers.remaining()];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers.get(i);
    }
    return wide;
  }
}
