package io.pix2pix.models.savedmodel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NodeDef;

/**
 * Builds nodes of a saved graph, or of the body of one of its functions, anew in our graph: calls
 * of functions are replaced by their bodies, variables by their values.
 */
final class Inlining {
  private final Ops tf;
  private final SavedWeights weights;
  private final ImmutableMap<String, FunctionDef> functions;
  private final ImmutableMap<String, NodeDef> nodes;
  private final Map<String, ImmutableList<Value>> built = new HashMap<>();

  /**
   * @param functions that nodes may call
   * @param nodes of the graph or body
   * @param given values of nodes or arguments that are known already
   */
  Inlining(
      Ops tf,
      SavedWeights weights,
      ImmutableMap<String, FunctionDef> functions,
      List<NodeDef> nodes,
      Map<String, Value> given) {
    this.tf = tf;
    this.weights = weights;
    this.functions = functions;
    this.nodes = Maps.uniqueIndex(nodes, NodeDef::getName);
    given.forEach((name, value) -> built.put(name, ImmutableList.of(value)));
  }

  /**
   * The value of an output, with everything that it depends on.
   *
   * @throws IllegalArgumentException if there is a node that cannot be built
   */
  Value value(String reference) {
    var name = NodeName.parse(reference);
    var values = built.get(name.node());
    if (values == null) {
      var node = nodes.get(name.node());
      checkArgument(node != null, "there is no node %s", name.node());
      name.output().ifPresent(output -> checkFirst(node, output));
      values = build(node);
      built.put(name.node(), values);
    }
    checkArgument(name.index() < values.size(), "there is no output %s", reference);
    return values.get(name.index());
  }

  /** Outputs are counted from the first, so that others would be mistaken for it. */
  private static void checkFirst(NodeDef node, String output) {
    for (var operation : TensorFlow.registeredOpList().getOpList()) {
      if (operation.getName().equals(node.getOp())) {
        checkArgument(
            operation.getOutputArg(0).getName().equals(output),
            "it uses output %s of %s (%s)",
            output,
            node.getName(),
            node.getOp());
      }
    }
  }

  private ImmutableList<Value> build(NodeDef node) {
    return switch (node.getOp()) {
      case "Placeholder" ->
          throw new IllegalArgumentException("it needs a second input, " + node.getName());
      case "VarHandleOp" -> ImmutableList.of(new Value.Handle(node.getName()));
      case "VariableV2", "Variable" -> ImmutableList.of(weights.read(node.getName()));
      case "ReadVariableOp" -> ImmutableList.of(weights.read(handle(node)));
      case "Identity", "IdentityN" -> inputs(node);
      case "PartitionedCall", "StatefulPartitionedCall" -> call(node);
      default -> ImmutableList.copyOf(new Copy(tf, node).build(inputs(node)));
    };
  }

  private String handle(NodeDef read) {
    if (value(read.getInput(0)) instanceof Value.Handle handle) {
      return handle.node();
    }
    throw new IllegalArgumentException(read.getName() + " reads what is no variable");
  }

  private ImmutableList<Value> inputs(NodeDef node) {
    return node.getInputList().stream()
        .filter(input -> !NodeName.isControl(input))
        .map(this::value)
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Value> call(NodeDef node) {
    var name = node.getAttrOrThrow("f").getFunc().getName();
    var function = functions.get(name);
    checkArgument(function != null, "there is no function %s", name);
    var arguments = new HashMap<String, Value>();
    var inputs = inputs(node);
    for (int i = 0; i < inputs.size(); i++) {
      arguments.put(function.getSignature().getInputArg(i).getName(), inputs.get(i));
    }
    var body = new Inlining(tf, weights, functions, function.getNodeDefList(), arguments);
    return function.getSignature().getOutputArgList().stream()
        .map(output -> body.value(function.getRetOrThrow(output.getName())))
        .collect(ImmutableList.toImmutableList());
  }
}
