package io.pix2pix.models.normalization;

import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Layers;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Leaves feature maps as they are; convolutions have a bias instead. */
public record NoNormalization() implements Normalization {
  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x) {
    return x;
  }

  @Override
  public boolean offset() {
    return false;
  }
}
