package io.pix2pix.api.loss;

import com.google.common.collect.ImmutableList;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * TensorFlow's own gradients. Used by the one thread that builds the graph.
 *
 * @param graph that all tensors belong to
 */
public record GraphGradients(Graph graph) implements Gradients {

  /**
   * @throws IllegalArgumentException also if TensorFlow cannot differentiate what lies between
   */
  @Override
  public ImmutableList<Operand<TFloat32>> of(
      Operand<TFloat32> y, ImmutableList<? extends Operand<TFloat32>> xs) {
    var outputs = xs.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
    var gradients = ImmutableList.<Operand<TFloat32>>builder();
    for (var gradient : found(y.asOutput(), outputs)) {
      gradients.add(floats(gradient));
    }
    return gradients.build();
  }

  private Output<?>[] found(Output<TFloat32> y, Output<?>[] xs) {
    try {
      return graph.addGradients(null, new Output<?>[] {y}, xs, new Output<?>[] {ones(y)});
    } catch (TensorFlowException e) {
      throw new IllegalArgumentException(
          "cannot be differentiated; penalties on gradients want networks that can be, twice: "
              + e.getMessage(),
          e);
    }
  }

  /** TensorFlow would begin with an operation that has no gradient itself. */
  private Output<TFloat32> ones(Output<TFloat32> y) {
    var tf = Ops.create(graph).withSubScope("gradient");
    var shape = y.shape();
    if (shape.isUnknown() || shape.hasUnknownDimension()) {
      return tf.onesLike(y).asOutput();
    }
    var one = tf.constant(1f);
    return (shape.isScalar() ? one : tf.broadcastTo(one, tf.constant(shape))).asOutput();
  }

  @SuppressWarnings("unchecked") // the gradient of a float is a float
  private static Operand<TFloat32> floats(Output<?> gradient) {
    return (Output<TFloat32>) gradient;
  }
}
