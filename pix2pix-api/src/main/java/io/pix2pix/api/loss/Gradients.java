package io.pix2pix.api.loss;

import com.google.common.collect.ImmutableList;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Differentiates tensors of the graph with respect to others: for penalties, and for the updates
 * themselves.
 */
@FunctionalInterface
public interface Gradients {

  /**
   * The gradients of a scalar (or of the sum of a tensor's elements).
   *
   * @param y any shape
   * @param xs any shapes; {@code y} must depend on each of them
   * @return one gradient for each of {@code xs}, of the same shape
   * @throws IllegalArgumentException if {@code y} does not depend on one of {@code xs}
   */
  ImmutableList<Operand<TFloat32>> of(
      Operand<TFloat32> y, ImmutableList<? extends Operand<TFloat32>> xs);
}
