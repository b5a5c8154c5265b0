package io.pix2pix.models.weight;

import static com.google.common.base.Preconditions.checkArgument;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The way from one step to a later one. */
final class Ramp {
  private Ramp() {}

  static void check(long begin, long end) {
    checkArgument(end > begin, "end must be after begin: more than %s, not %s", begin, end);
  }

  /** 0 until {@code begin}, 1 from {@code end} on, and the share of the way between them. */
  static Operand<TFloat32> progress(Ops tf, Operand<TInt64> step, long begin, long end) {
    // Whole numbers first: a float does not tell apart the steps of a very long run.
    var done = tf.dtypes.cast(tf.math.sub(step, tf.constant(begin)), TFloat32.class);
    var share = tf.math.div(done, tf.constant((float) (end - begin)));
    return tf.math.minimum(tf.math.maximum(share, tf.constant(0f)), tf.constant(1f));
  }

  /** {@code from} where the share is 0, {@code to} where it is 1. */
  static Operand<TFloat32> between(Ops tf, double from, double to, Operand<TFloat32> share) {
    var rest = tf.math.sub(tf.constant(1f), share);
    return tf.math.add(
        tf.math.mul(tf.constant((float) from), rest), tf.math.mul(tf.constant((float) to), share));
  }
}
