package io.pix2pix.train.optimizer;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), as PyTorch's {@code AdamW}: every
 * parameter loses the share {@code rate decay} of itself, then Adam changes it.
 *
 * @param learningRate step size
 * @param beta1 decay of the mean of gradients
 * @param beta2 decay of the mean of squared gradients
 * @param epsilon keeps the division finite
 * @param decay of all weights, in each step times the learning rate
 */
public record AdamW(
    @Setting(value = "0.0002", min = 0, meaning = "step size") double learningRate,
    @Setting(value = "0.5", min = 0, max = 0.9999999, meaning = "decay of the mean of gradients")
        double beta1,
    @Setting(
            value = "0.999",
            min = 0,
            max = 0.9999999,
            meaning = "decay of the mean of squared gradients")
        double beta2,
    @Setting(value = "1.0e-8", min = 0, meaning = "keeps the division finite") double epsilon,
    @Setting(value = "0.01", min = 0, meaning = "decay of weights, times the learning rate")
        double decay)
    implements Optimizer {

  @Override
  public ImmutableList<Op> update(
      Ops tf,
      Slots slots,
      ImmutableList<Gradient> gradients,
      Operand<TFloat32> learningRate,
      Operand<TInt64> update) {
    var share = tf.math.mul(learningRate, tf.constant((float) decay));
    var decays = ImmutableList.<Op>builder();
    for (var gradient : gradients) {
      var handle = gradient.parameter().handle();
      var lost = tf.math.mul(tf.readVariableOp(handle, TFloat32.class), share);
      decays.add(tf.assignSubVariableOp(handle, lost));
    }
    var decayed = tf.withControlDependencies(decays.build());
    return new Adam(this.learningRate, beta1, beta2, epsilon)
        .update(decayed, slots, gradients, learningRate, update);
  }
}
