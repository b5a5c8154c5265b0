package io.pix2pix.api.training;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.ParameterGroup;
import org.tensorflow.op.Ops;

/**
 * Changes the gradients of a parameter group after they were computed and before the optimizer sees
 * them: clipping, the mean over several workers, a loss scale taken out again, a probe that only
 * looks.
 */
@FunctionalInterface
public interface GradientTransform {

  /**
   * Adds the operations of this transform to a graph.
   *
   * @param tf where operations go
   * @param group whose gradients these are
   * @param gradients of all its parameters, each of its parameter's stored shape; at least one
   * @return one for each of the parameters, in the same order and of the same shapes
   */
  ImmutableList<Optimizer.Gradient> transform(
      Ops tf, ParameterGroup group, ImmutableList<Optimizer.Gradient> gradients);
}
