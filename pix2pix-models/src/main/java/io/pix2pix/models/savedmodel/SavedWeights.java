package io.pix2pix.models.savedmodel;

import static com.google.common.base.Preconditions.checkArgument;

import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * The weights of a loaded model, as constants of our graph.
 *
 * @param tf where constants go
 * @param bundle holds the values
 */
record SavedWeights(Ops tf, SavedModelBundle bundle) {

  /**
   * The value of a variable.
   *
   * @param node of the saved graph that holds it
   * @throws IllegalArgumentException if it is not of floats
   */
  Value read(String node) {
    var variable = bundle.graph().operationOrThrow(node);
    Output<? extends TType> handle = variable.output(0);
    if (variable.type().equals("VarHandleOp")) {
      return constant(Ops.create(bundle.graph()).readVariableOp(handle, TFloat32.class));
    }
    return constant(handle);
  }

  private Value constant(Operand<?> saved) {
    try (var result = bundle.session().runner().fetch(saved).run()) {
      checkArgument(
          result.get(0) instanceof TFloat32,
          "%s is %s; weights must be of float32",
          saved.op().name(),
          result.get(0).dataType());
      return new Value.Tensor(tf.constantOf((TFloat32) result.get(0)).asOutput());
    }
  }
}
