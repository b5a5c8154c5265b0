package io.pix2pix.models.weight;

import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Multiplied by the same factor again and again: {@code value * factor^(step / every)}, the
 * exponent rounded down.
 *
 * @param value the weight at first
 * @param factor by which it is multiplied
 * @param every steps between two changes
 */
public record StepWeight(
    @Setting(min = 0, meaning = "the weight at first") double value,
    @Setting(value = "0.5", min = 0, meaning = "what the weight is multiplied by") double factor,
    @Setting(min = 1, meaning = "steps between two changes") long every)
    implements Weight {

  @Override
  public Operand<TFloat32> at(Ops tf, Operand<TInt64> step) {
    var changes = tf.dtypes.cast(tf.math.floorDiv(step, tf.constant(every)), TFloat32.class);
    return tf.math.mul(
        tf.constant((float) value), tf.math.pow(tf.constant((float) factor), changes));
  }
}
