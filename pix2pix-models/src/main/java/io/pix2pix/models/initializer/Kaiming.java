package io.pix2pix.models.initializer;

import io.pix2pix.api.network.Initializer;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Draws from a normal distribution of deviation {@code sqrt(2 / inputs)} (He et al. 2015), as
 * PyTorch's {@code kaiming_normal_} with the PyTorch port's settings.
 */
public record Kaiming() implements Initializer {
  @Override
  public Operand<TFloat32> values(Ops tf, Shape shape, Operand<TInt64> seed) {
    return values(tf, shape, seed, Fans.of(shape));
  }

  @Override
  public Operand<TFloat32> transposedValues(Ops tf, Shape shape, Operand<TInt64> seed) {
    return values(tf, shape, seed, Fans.of(shape).transposed());
  }

  private static Operand<TFloat32> values(Ops tf, Shape shape, Operand<TInt64> seed, Fans fans) {
    return Fans.normal(tf, shape, seed, Math.sqrt(2 / fans.in()));
  }
}
