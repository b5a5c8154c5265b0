package io.pix2pix.models.savedmodel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.tensorflow.OperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.NodeDef;

/**
 * The same operation in our graph.
 *
 * @param node of a saved graph
 */
record Copy(Ops tf, NodeDef node) {
  /** Operations whose first inputs are one list, of as many as their attribute N says. */
  private static final ImmutableSet<String> LISTS = ImmutableSet.of("ConcatV2", "Pack", "AddN");

  /**
   * Adds the operation.
   *
   * @return its outputs
   */
  List<Value> build(List<Value> inputs) {
    var scope = tf.scope();
    var builder = scope.env().opBuilder(node.getOp(), scope.makeOpName(node.getOp()), scope);
    addInputs(builder, inputs.stream().map(this::tensor).toList());
    node.getAttrMap()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("_")) {
                builder.setAttr(name, value);
              }
            });
    var operation = builder.build();
    var outputs = ImmutableList.<Value>builder();
    for (int i = 0; i < operation.numOutputs(); i++) {
      outputs.add(new Value.Tensor(operation.output(i)));
    }
    return outputs.build();
  }

  private void addInputs(OperationBuilder builder, List<Output<?>> inputs) {
    int listed = LISTS.contains(node.getOp()) ? (int) node.getAttrOrThrow("N").getI() : 0;
    if (listed > 0) {
      builder.addInputList(inputs.subList(0, listed).toArray(Output<?>[]::new));
    }
    inputs.subList(listed, inputs.size()).forEach(builder::addInput);
  }

  private Output<?> tensor(Value value) {
    checkArgument(
        value instanceof Value.Tensor,
        "%s (%s) uses a variable in a way that cannot be frozen",
        node.getName(),
        node.getOp());
    return ((Value.Tensor) value).output();
  }
}
