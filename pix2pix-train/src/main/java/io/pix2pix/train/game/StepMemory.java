package io.pix2pix.train.game;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.pix2pix.api.network.MachineMemory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.Operation;
import org.tensorflow.op.Op;
import org.tensorflow.proto.NodeDef;

/**
 * The most memory that the tensors of a step take at once, read off the graph: a tensor is there
 * from the operation that makes it to the last one that takes it, as operations stand in the graph.
 */
final class StepMemory {
  /** Operations that hand on what they are given, or stand for memory that is counted elsewhere. */
  private static final ImmutableSet<String> SHARING =
      ImmutableSet.of("Identity", "Reshape", "Squeeze", "ExpandDims", "StopGradient");

  private static final ImmutableSet<String> FREE =
      ImmutableSet.of("VarHandleOp", "ReadVariableOp", "Const", "Placeholder", "NoOp");

  private final Graph graph;
  private final Map<String, NodeDef> nodes = new HashMap<>();
  private final List<String> order = new ArrayList<>();
  private final Map<String, Double> bytes = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();

  private StepMemory(Graph graph) {
    this.graph = graph;
    for (var node : graph.toGraphDef().getNodeList()) {
      nodes.put(node.getName(), node);
      order.add(node.getName());
    }
  }

  /**
   * @param targets what the step runs
   * @return bytes
   */
  static long of(Graph graph, Iterable<? extends Op> targets) {
    var memory = new StepMemory(graph);
    var used = memory.used(Iterables.transform(targets, target -> target.op().name()));
    return (long) memory.most(memory.order.stream().filter(used::contains).toList());
  }

  private Set<String> used(Iterable<String> targets) {
    var used = new HashSet<String>();
    var waiting = new ArrayDeque<String>();
    targets.forEach(waiting::add);
    while (!waiting.isEmpty()) {
      var name = waiting.remove();
      if (used.add(name) && nodes.containsKey(name)) {
        nodes.get(name).getInputList().forEach(input -> waiting.add(name(input)));
      }
    }
    return used;
  }

  private double most(List<String> names) {
    var lastUse = new HashMap<String, Integer>();
    for (int at = 0; at < names.size(); at++) {
      measure(names.get(at));
      for (var input : inputs(node(names.get(at)))) {
        lastUse.put(owners.getOrDefault(input, input), at);
      }
      lastUse.put(owners.getOrDefault(names.get(at), names.get(at)), at);
    }
    var ends = new double[names.size()];
    double held = 0;
    double most = 0;
    for (int at = 0; at < names.size(); at++) {
      double made = bytes.getOrDefault(names.get(at), 0.0);
      int end = lastUse.getOrDefault(names.get(at), at);
      ends[end] += made;
      held += made;
      most = Math.max(most, held);
      held -= ends[at];
    }
    return most;
  }

  private NodeDef node(String name) {
    return Objects.requireNonNull(nodes.get(name));
  }

  private void measure(String name) {
    var node = node(name);
    var inputs = inputs(node);
    if (SHARING.contains(node.getOp()) && !inputs.isEmpty()) {
      owners.put(name, owners.getOrDefault(inputs.get(0), inputs.get(0)));
      bytes.put(name, 0.0);
    } else {
      bytes.put(name, FREE.contains(node.getOp()) ? 0 : outputs(name, inputs));
    }
  }

  /** Where TensorFlow does not know a shape, as of some gradients, it is like the largest input. */
  private double outputs(String name, List<String> inputs) {
    Operation operation = graph.operationOrThrow(name);
    double sum = 0;
    for (int i = 0; i < operation.numOutputs(); i++) {
      var shape = operation.output(i).shape();
      sum +=
          shape.isUnknown() || shape.hasUnknownDimension()
              ? inputs.stream().mapToDouble(this::held).max().orElse(0)
              : MachineMemory.bytes(shape);
    }
    return sum;
  }

  private double held(String name) {
    return bytes.getOrDefault(owners.getOrDefault(name, name), 0.0);
  }

  private static List<String> inputs(NodeDef node) {
    return node.getInputList().stream()
        .filter(input -> !input.startsWith("^"))
        .map(StepMemory::name)
        .toList();
  }

  private static String name(String input) {
    int colon = input.lastIndexOf(':');
    var output = colon < 0 ? input : input.substring(0, colon);
    return output.startsWith("^") ? output.substring(1) : output;
  }
}
