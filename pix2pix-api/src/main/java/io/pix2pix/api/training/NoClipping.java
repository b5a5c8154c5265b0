package io.pix2pix.api.training;

import com.google.common.collect.ImmutableList;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Gradients as they are. */
public record NoClipping() implements Clipping {
  @Override
  public ImmutableList<Operand<TFloat32>> clip(Ops tf, ImmutableList<Operand<TFloat32>> gradients) {
    return gradients;
  }
}
