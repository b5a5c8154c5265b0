package io.pix2pix.models.objective;

import io.pix2pix.api.loss.LossContext;
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

  /**
   * The mean over pixels that count, each as much as the mask says; over all where there is none.
   *
   * @param x {@code [n, h, w, c]}
   * @return scalar; 0 if no pixel counts
   */
  public static Operand<TFloat32> mean(LossContext context, Operand<TFloat32> x) {
    var tf = context.tf();
    if (context.mask().isEmpty()) {
      return mean(tf, x);
    }
    var mask = context.mask().get();
    var share = tf.math.divNoNan(tf.constant(1f), mean(tf, mask));
    return tf.math.mul(mean(tf, tf.math.mul(x, mask)), share);
  }
}
