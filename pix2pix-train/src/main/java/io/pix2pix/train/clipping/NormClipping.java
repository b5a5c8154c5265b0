package io.pix2pix.train.clipping;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Clipping;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Shortens the gradient of all of a group's parameters together to a greatest length (Pascanu et
 * al. 2013), as PyTorch's {@code clip_grad_norm_}; its direction stays.
 *
 * @param limit greatest length
 */
public record NormClipping(
    @Setting(value = "1", meaning = "greatest length of a network's gradient") double limit)
    implements Clipping {
  private static final float TINY = 1e-6f;

  /**
   * @throws IllegalArgumentException if {@code limit} is 0, at which nothing would be learned
   */
  public NormClipping {
    checkArgument(limit > 0, "limit must be more than 0, not %s", limit);
  }

  @Override
  public ImmutableList<Operand<TFloat32>> clip(Ops tf, ImmutableList<Operand<TFloat32>> gradients) {
    var halves =
        gradients.stream()
            .map(gradient -> (Operand<TFloat32>) tf.nn.l2Loss(gradient))
            .collect(ImmutableList.toImmutableList());
    var length = tf.math.sqrt(tf.math.mul(tf.math.addN(halves), tf.constant(2f)));
    var share = tf.math.div(tf.constant((float) limit), tf.math.add(length, tf.constant(TINY)));
    var factor = tf.math.minimum(share, tf.constant(1f));
    return gradients.stream()
        .map(gradient -> (Operand<TFloat32>) tf.math.mul(gradient, factor))
        .collect(ImmutableList.toImmutableList());
  }
}
