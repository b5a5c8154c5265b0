package io.pix2pix.api.loss;

import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** How much a term counts in its parameter group's objective, at every step. */
@Role(
    value = "weight",
    meaning = "how much a loss counts, step by step; a bare number is a constant",
    number = "constant")
public interface Weight {

  /**
   * The weight at a step.
   *
   * @param step scalar, 0 for the first step
   * @return scalar
   */
  Operand<TFloat32> at(Ops tf, Operand<TInt64> step);

  /** The same weight at every step. */
  static Weight constant(double weight) {
    return new ConstantWeight(weight);
  }
}
