package io.pix2pix.models.weight;

import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Half a wave of a cosine from one weight to another: slow at both ends, constant before and after
 * (Loshchilov and Hutter 2017, without restarts).
 *
 * @param from the weight until {@code begin}
 * @param to the weight from {@code end} on
 * @param begin step
 * @param end step, after {@code begin}
 */
public record CosineWeight(
    @Setting(min = 0, meaning = "the weight until the step begin") double from,
    @Setting(min = 0, meaning = "the weight from the step end on") double to,
    @Setting(value = "0", min = 0, meaning = "the step at which the change begins") long begin,
    @Setting(min = 1, meaning = "the step at which the change ends") long end)
    implements Weight {

  /**
   * @throws IllegalArgumentException if {@code end} is not after {@code begin}
   */
  public CosineWeight {
    Ramp.check(begin, end);
  }

  @Override
  public Operand<TFloat32> at(Ops tf, Operand<TInt64> step) {
    var progress = Ramp.progress(tf, step, begin, end);
    var wave = tf.math.cos(tf.math.mul(progress, tf.constant((float) Math.PI)));
    var risen = tf.math.mul(tf.math.sub(tf.constant(1f), wave), tf.constant(0.5f));
    return Ramp.between(tf, from, to, risen);
  }
}
