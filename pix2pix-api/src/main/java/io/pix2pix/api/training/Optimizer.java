package io.pix2pix.api.training;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Turns gradients into changes of weights. */
@Role(value = "optimizer", meaning = "turns gradients into changes of weights")
public interface Optimizer {

  /** The learning rate at the first step. */
  double learningRate();

  /**
   * Adds the update of a group's parameters to a graph.
   *
   * @param tf where the operations go; they run after all gradients of the group exist
   * @param slots variables of the optimizer's own, kept in checkpoints
   * @param gradients each parameter of the group with its gradient
   * @param learningRate scalar
   * @param update the number of this update of the group, a scalar; 1 for its first
   * @return operations that change the parameters and the slots
   */
  ImmutableList<Op> update(
      Ops tf,
      Slots slots,
      ImmutableList<Gradient> gradients,
      Operand<TFloat32> learningRate,
      Operand<TInt64> update);

  /**
   * A parameter and its gradient.
   *
   * @param parameter what is to be changed
   * @param value of the parameter's stored shape
   */
  record Gradient(Variable<TFloat32> parameter, Operand<TFloat32> value) {}

  /** Hands out the variables of an optimizer. */
  @FunctionalInterface
  interface Slots {
    /**
     * A variable like a parameter, all zeros at first.
     *
     * @param name what it holds, for example {@code momentum}
     */
    Variable<TFloat32> slot(String name, Variable<TFloat32> parameter);
  }
}
