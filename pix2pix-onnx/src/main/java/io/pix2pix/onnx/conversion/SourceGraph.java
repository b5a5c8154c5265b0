package io.pix2pix.onnx.conversion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.pix2pix.api.network.GraphSession;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.NodeDef;

/** A graph of TensorFlow, whose nodes come after those that they take values from. */
final class SourceGraph {
  private final Graph graph;
  private final ImmutableMap<String, NodeDef> nodes;
  private final Constants constants;

  SourceGraph(Graph graph, GraphSession session) {
    this.graph = graph;
    var all = Maps.uniqueIndex(graph.toGraphDef().getNodeList(), NodeDef::getName);
    constants = new Constants(graph, session, all.values());
    nodes = PerImageNormalization.recognized(all, constants);
  }

  Constants constants() {
    return constants;
  }

  NodeDef node(SourceOutput output) {
    return Objects.requireNonNull(nodes.get(output.operation()), output.operation());
  }

  /** What TensorFlow knows of a shape before it runs. */
  Shape shape(SourceOutput output) {
    return graph.operationOrThrow(output.operation()).output(output.index()).shape();
  }

  /** What a result follows from and is not constant, in order. */
  ImmutableList<NodeDef> needed(String result) {
    var needed = new HashSet<String>();
    var waiting = new ArrayDeque<SourceOutput>();
    waiting.add(SourceOutput.of(result));
    while (!waiting.isEmpty()) {
      var next = waiting.remove();
      if (!constants.has(next) && needed.add(next.operation())) {
        inputs(node(next)).forEach(waiting::add);
      }
    }
    return nodes.values().stream()
        .filter(node -> needed.contains(node.getName()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Where a node takes values from. */
  static ImmutableList<SourceOutput> inputs(NodeDef node) {
    return node.getInputList().stream()
        .filter(SourceOutput::isData)
        .map(SourceOutput::of)
        .collect(ImmutableList.toImmutableList());
  }
}
