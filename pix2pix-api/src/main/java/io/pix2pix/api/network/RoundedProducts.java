package io.pix2pix.api.network;

import com.google.common.collect.ImmutableMap;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Rewrites convolutions and products of matrices, and the gradients of both, so that they take and
 * give {@link Precision#BFLOAT16}. All other operations, and what they read, stay as they are.
 */
final class RoundedProducts {
  /** By operation, which of its inputs are rounded. */
  private static final ImmutableMap<String, Set<Integer>> OPERANDS =
      ImmutableMap.of(
          "Conv2D", Set.of(0, 1),
          "Conv2DBackpropInput", Set.of(1, 2),
          "Conv2DBackpropFilter", Set.of(0, 2),
          "MatMul", Set.of(0, 1),
          "BatchMatMulV2", Set.of(0, 1));

  private static final String SUFFIX = "/bfloat16";

  private static final AttrValue ONE_DNN =
      AttrValue.newBuilder().setS(ByteString.copyFromUtf8("MklNameChangeOp")).build();

  private final boolean isNative;
  private final GraphDef.Builder to;
  private final Set<String> names;
  private final Map<String, String> rounded = new HashMap<>();

  private RoundedProducts(GraphDef nodes, boolean isNative) {
    this.isNative = isNative;
    to = nodes.toBuilder().clearNode();
    names = nodes.getNodeList().stream().map(NodeDef::getName).collect(Collectors.toSet());
  }

  /**
   * A graph of the same names.
   *
   * @param isNative whether the processor multiplies bfloat16: oneDNN is then asked for by name. It
   *     would end the process on another processor; there, rounded operands are multiplied as
   *     32-bit floats, which gives the same up to the order of sums
   */
  static GraphDef of(GraphDef nodes, boolean isNative) {
    var products = new RoundedProducts(nodes, isNative);
    nodes.getNodeList().forEach(products::write);
    return products.to.build();
  }

  private void write(NodeDef node) {
    var operands = OPERANDS.get(node.getOp());
    boolean isOfFloats =
        node.getAttrOrDefault("T", AttrValue.getDefaultInstance()).getType() == DataType.DT_FLOAT;
    if (operands == null || !isOfFloats) {
      to.addNode(node);
      return;
    }
    var product = node.toBuilder().setName(free(node.getName() + SUFFIX)).clearInput();
    for (int i = 0; i < node.getInputCount(); i++) {
      var input = node.getInput(i);
      product.addInput(operands.contains(i) ? rounded(input) : input);
    }
    var result = isNative ? addNative(product) : round(add(product));
    addCast(node.getName(), result, DataType.DT_BFLOAT16, DataType.DT_FLOAT);
  }

  private String addNative(NodeDef.Builder product) {
    if (product.getOp().startsWith("Conv2D")) {
      product.setOp("_MklNative" + product.getOp()).putAttr("_kernel", ONE_DNN);
    }
    return add(product.putAttr("T", type(DataType.DT_BFLOAT16)));
  }

  private String add(NodeDef.Builder node) {
    to.addNode(node);
    return node.getName();
  }

  /** Rounds an operand once, however many products read it. */
  private String rounded(String operand) {
    return rounded.computeIfAbsent(operand, key -> isNative ? round(key) : unrounded(round(key)));
  }

  private String round(String operand) {
    return addCast(
        free(operand.replace(':', '_') + "/rounded"),
        operand,
        DataType.DT_FLOAT,
        DataType.DT_BFLOAT16);
  }

  private String unrounded(String operand) {
    return addCast(free(operand + "/float32"), operand, DataType.DT_BFLOAT16, DataType.DT_FLOAT);
  }

  private String addCast(String name, String operand, DataType from, DataType into) {
    return add(
        NodeDef.newBuilder()
            .setName(name)
            .setOp("Cast")
            .addInput(operand)
            .putAttr("SrcT", type(from))
            .putAttr("DstT", type(into)));
  }

  private String free(String name) {
    var free = name;
    while (!names.add(free)) {
      free += "_";
    }
    return free;
  }

  private static AttrValue type(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }
}
