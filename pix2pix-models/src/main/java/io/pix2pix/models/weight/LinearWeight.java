package io.pix2pix.models.weight;

import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A straight line from one weight to another, constant before and after.
 *
 * @param from the weight until {@code begin}
 * @param to the weight from {@code end} on
 * @param begin step
 * @param end step, after {@code begin}
 */
public record LinearWeight(
    @Setting(min = 0, meaning = "the weight until the step begin") double from,
    @Setting(min = 0, meaning = "the weight from the step end on") double to,
    @Setting(value = "0", min = 0, meaning = "the step at which the change begins") long begin,
    @Setting(min = 1, meaning = "the step at which the change ends") long end)
    implements Weight {

  /**
   * @throws IllegalArgumentException if {@code end} is not after {@code begin}
   */
  public LinearWeight {
    Ramp.check(begin, end);
  }

  @Override
  public Operand<TFloat32> at(Ops tf, Operand<TInt64> step) {
    return Ramp.between(tf, from, to, Ramp.progress(tf, step, begin, end));
  }
}
