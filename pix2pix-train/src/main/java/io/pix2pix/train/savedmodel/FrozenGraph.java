package io.pix2pix.train.savedmodel;

import com.google.protobuf.UnsafeByteOperations;
import io.pix2pix.api.network.GraphSession;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.Tensor;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * The part of a graph that a result needs, with constants where variables were read. What is left
 * needs no checkpoint beside it.
 */
final class FrozenGraph {
  private static final String READ = "ReadVariableOp";
  private final GraphDef graph;
  private final GraphSession session;
  private final Map<String, NodeDef> nodes = new LinkedHashMap<>();

  private FrozenGraph(Graph graph, GraphSession session) {
    this.graph = graph.toGraphDef();
    this.session = session;
    this.graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
  }

  /**
   * Freezes a graph.
   *
   * @param session holds the values of its variables
   * @param result the name of the operation that is wanted
   */
  static GraphDef of(Graph graph, GraphSession session, String result) {
    return new FrozenGraph(graph, session).needed(result);
  }

  private GraphDef needed(String result) {
    var frozen = new LinkedHashMap<String, NodeDef>();
    var waiting = new ArrayDeque<String>();
    waiting.add(result);
    while (!waiting.isEmpty()) {
      var name = waiting.remove();
      if (!frozen.containsKey(name)) {
        var node = frozen(Objects.requireNonNull(nodes.get(name), name));
        frozen.put(name, node);
        node.getInputList().forEach(input -> waiting.add(operation(input)));
      }
    }
    return GraphDef.newBuilder()
        .setVersions(graph.getVersions())
        .addAllNode(frozen.values())
        .build();
  }

  /** An input is {@code name}, {@code name:number}, or {@code ^name} for control. */
  private static String operation(String input) {
    var name = input.startsWith("^") ? input.substring(1) : input;
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  private NodeDef frozen(NodeDef node) {
    if (!node.getOp().equals(READ)) {
      return node;
    }
    try (var value = session.runner().fetch(node.getName()).run()) {
      return NodeDef.newBuilder()
          .setName(node.getName())
          .setOp("Const")
          .putAttr("dtype", node.getAttrOrThrow("dtype"))
          .putAttr("value", AttrValue.newBuilder().setTensor(proto(value.get(0))).build())
          .build();
    }
  }

  private static TensorProto proto(Tensor tensor) {
    var raw = tensor.asRawTensor();
    var bytes = new byte[Math.toIntExact(raw.numBytes())];
    raw.data().read(bytes);
    var shape = TensorShapeProto.newBuilder();
    for (long length : tensor.shape().asArray()) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(length));
    }
    return TensorProto.newBuilder()
        .setDtype(tensor.dataType())
        .setTensorShape(shape)
        .setTensorContent(UnsafeByteOperations.unsafeWrap(bytes))
        .build();
  }
}
