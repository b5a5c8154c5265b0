package io.pix2pix.models.initializer;

import io.pix2pix.api.network.Initializer;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Gives every weight the same value.
 *
 * @param value of every weight
 */
public record Constant(float value) implements Initializer {
  @Override
  public Operand<TFloat32> values(Ops tf, Shape shape, Operand<TInt64> seed) {
    return tf.fill(tf.constant(shape), tf.constant(value));
  }
}
