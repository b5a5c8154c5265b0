package io.pix2pix.models.objective;

import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Means over whole tensors. */
public final class Means {
  private Means() {}

  /**
   * The mean of all elements.
   *
   * @param x any static shape
   * @return scalar
   */
  public static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x) {
    var axes = new int[x.shape().numDimensions()];
    Arrays.setAll(axes, i -> i);
    return tf.math.mean(x, tf.constant(axes));
  }
}
