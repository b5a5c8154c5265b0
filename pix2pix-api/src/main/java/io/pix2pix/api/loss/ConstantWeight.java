package io.pix2pix.api.loss;

import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The same weight at every step.
 *
 * @param value the weight
 */
public record ConstantWeight(@Setting(min = 0, meaning = "the weight") double value)
    implements Weight {
  @Override
  public Operand<TFloat32> at(Ops tf, Operand<TInt64> step) {
    return tf.constant((float) value);
  }
}
