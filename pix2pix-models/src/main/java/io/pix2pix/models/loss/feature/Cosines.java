package io.pix2pix.models.loss.feature;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** Angles between features. */
final class Cosines {
  private static final float EPSILON = 1e-10f;

  private Cosines() {}

  /**
   * The cosine of the angle between every feature of one image and every feature of another.
   *
   * @param a {@code [n, p, c]}
   * @param b {@code [n, q, c]}
   * @return {@code [n, p, q]}, in {@code [-1, 1]}
   */
  static Operand<TFloat32> of(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.linalg.einsum(List.of(direction(tf, a), direction(tf, b)), "npc,nqc->npq");
  }

  private static Operand<TFloat32> direction(Ops tf, Operand<TFloat32> vectors) {
    var squares = tf.reduceSum(tf.math.square(vectors), tf.constant(2), ReduceSum.keepDims(true));
    return tf.math.mul(vectors, tf.math.rsqrt(tf.math.add(squares, tf.constant(EPSILON))));
  }
}
