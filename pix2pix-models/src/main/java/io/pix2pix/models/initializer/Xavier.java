package io.pix2pix.models.initializer;

import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Draws from a normal distribution of deviation {@code gain sqrt(2 / (inputs + outputs))} (Glorot
 * and Bengio 2010), as PyTorch's {@code xavier_normal_}; the PyTorch port's gain is 0.02.
 *
 * @param gain factor of all weights
 */
public record Xavier(
    @Setting(value = "0.02", min = 0, meaning = "factor of all weights") double gain)
    implements Initializer {

  @Override
  public Operand<TFloat32> values(Ops tf, Shape shape, Operand<TInt64> seed) {
    var fans = Fans.of(shape);
    return Fans.normal(tf, shape, seed, gain * Math.sqrt(2 / (fans.in() + fans.out())));
  }
}
