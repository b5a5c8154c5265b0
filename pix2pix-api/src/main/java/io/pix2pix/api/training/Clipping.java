package io.pix2pix.api.training;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Bounds gradients before an optimizer sees them. */
@Role(value = "clipping", meaning = "bounds gradients before the optimizer sees them")
public interface Clipping {

  /**
   * Bounds the gradients of one parameter group.
   *
   * @param gradients of all its parameters, any shapes; at least one
   * @return as many, of the same shapes
   */
  ImmutableList<Operand<TFloat32>> clip(Ops tf, ImmutableList<Operand<TFloat32>> gradients);

  /** Gradients as they are. */
  static Clipping none() {
    return new NoClipping();
  }
}
