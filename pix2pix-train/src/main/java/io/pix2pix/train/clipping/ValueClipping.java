package io.pix2pix.train.clipping;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Clipping;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Bounds each element of a gradient, as PyTorch's {@code clip_grad_value_}.
 *
 * @param limit greatest size of an element
 */
public record ValueClipping(
    @Setting(value = "1", meaning = "greatest size of an element of a gradient") double limit)
    implements Clipping {
  /**
   * @throws IllegalArgumentException if {@code limit} is 0, at which nothing would be learned
   */
  public ValueClipping {
    checkArgument(limit > 0, "limit must be more than 0, not %s", limit);
  }

  @Override
  public ImmutableList<Operand<TFloat32>> clip(Ops tf, ImmutableList<Operand<TFloat32>> gradients) {
    var greatest = tf.constant((float) limit);
    var least = tf.constant((float) -limit);
    return gradients.stream()
        .map(gradient -> (Operand<TFloat32>) tf.clipByValue(gradient, least, greatest))
        .collect(ImmutableList.toImmutableList());
  }
}
