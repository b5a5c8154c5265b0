package io.pix2pix.train.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.NodeDef;

/**
 * The operations of a graph, each after those that it takes data from.
 *
 * @param byName in that order
 */
record Nodes(ImmutableMap<String, Node> byName) {

  static Nodes of(Graph graph) {
    var nodes = new LinkedHashMap<String, Node>();
    for (var definition : graph.toGraphDef().getNodeList()) {
      nodes.put(
          definition.getName(),
          new Node(definition, shape(graph, definition), inputs(definition, nodes)));
    }
    return new Nodes(ImmutableMap.copyOf(nodes));
  }

  ImmutableList<Node> all() {
    return byName.values().asList();
  }

  Node of(Operand<?> operand) {
    var node = byName.get(operand.op().name());
    if (node == null) {
      throw new IllegalArgumentException(operand + " is not of this graph");
    }
    return node;
  }

  private static Shape shape(Graph graph, NodeDef definition) {
    var operation = graph.operationOrThrow(definition.getName());
    return operation.numOutputs() == 0 ? Shape.unknown() : operation.output(0).shape();
  }

  /** TensorFlow lists operations in the order in which they were added, inputs first. */
  private static ImmutableList<Node> inputs(NodeDef definition, Map<String, Node> known) {
    return definition.getInputList().stream()
        .filter(input -> !input.startsWith("^"))
        .map(input -> known.get(input.replaceFirst(":\\d+$", "")))
        .collect(ImmutableList.toImmutableList());
  }
}
