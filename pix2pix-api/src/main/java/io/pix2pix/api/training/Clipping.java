package io.pix2pix.api.training;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Bounds gradients before an optimizer sees them. */
@Role(value = "clipping", meaning = "bounds gradients before the optimizer sees them")
public interface Clipping extends GradientTransform {

  /**
   * Bounds the gradients of one parameter group.
   *
   * @param gradients of all its parameters, any shapes; at least one
   * @return as many, of the same shapes
   */
  ImmutableList<Operand<TFloat32>> clip(Ops tf, ImmutableList<Operand<TFloat32>> gradients);

  @Override
  default ImmutableList<Optimizer.Gradient> transform(
      Ops tf, ParameterGroup group, ImmutableList<Optimizer.Gradient> gradients) {
    var clipped =
        clip(
            tf,
            gradients.stream()
                .map(Optimizer.Gradient::value)
                .collect(ImmutableList.toImmutableList()));
    var bounded = ImmutableList.<Optimizer.Gradient>builder();
    for (int i = 0; i < gradients.size(); i++) {
      bounded.add(new Optimizer.Gradient(gradients.get(i).parameter(), clipped.get(i)));
    }
    return bounded.build();
  }

  /** Gradients as they are. */
  static Clipping none() {
    return new NoClipping();
  }
}
