package io.pix2pix.api.game;

import com.google.common.collect.ImmutableList;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/**
 * TensorFlow's own gradients.
 *
 * @param graph that all tensors belong to
 */
public record GraphGradients(Graph graph) implements Gradients {

  @Override
  public ImmutableList<Operand<TFloat32>> of(
      Operand<TFloat32> y, ImmutableList<? extends Operand<TFloat32>> xs) {
    var outputs = xs.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
    var found = graph.addGradients(y.asOutput(), outputs);
    var gradients = ImmutableList.<Operand<TFloat32>>builder();
    for (var gradient : found) {
      gradients.add(floats(gradient));
    }
    return gradients.build();
  }

  @SuppressWarnings("unchecked") // the gradient of a float is a float
  private static Operand<TFloat32> floats(Output<?> gradient) {
    return (Output<TFloat32>) gradient;
  }
}
