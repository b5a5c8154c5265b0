package io.pix2pix.train.optimizer;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt64;

/**
 * Adam (Kingma and Ba 2015), with the settings of the paper (section 3.4) as defaults.
 *
 * <p>Epsilon is added after the bias correction, as in the original text and in PyTorch.
 * TensorFlow's kernel adds it before, so it is given {@code epsilon * sqrt(1 - beta2^t)}.
 *
 * @param learningRate step size
 * @param beta1 decay of the mean of gradients
 * @param beta2 decay of the mean of squared gradients
 * @param epsilon keeps the division finite
 */
public record Adam(
    @Setting(value = "0.0002", min = 0, meaning = "step size") double learningRate,
    @Setting(value = "0.5", min = 0, max = 0.9999999, meaning = "decay of the mean of gradients")
        double beta1,
    @Setting(
            value = "0.999",
            min = 0,
            max = 0.9999999,
            meaning = "decay of the mean of squared gradients")
        double beta2,
    @Setting(value = "1.0e-8", min = 0, meaning = "keeps the division finite") double epsilon)
    implements Optimizer {

  @Override
  public ImmutableList<Op> update(
      Ops tf,
      Slots slots,
      ImmutableList<Gradient> gradients,
      Operand<TFloat32> learningRate,
      Operand<TInt64> update) {
    var count = tf.dtypes.cast(update, TFloat64.class);
    var power1 = tf.math.pow(tf.constant(beta1), count);
    var power2 = tf.math.pow(tf.constant(beta2), count);
    var correction = tf.math.sqrt(tf.math.sub(tf.constant(1.0), power2));
    var scaledEpsilon = toFloat(tf, tf.math.mul(tf.constant(epsilon), correction));
    var updates = ImmutableList.<Op>builder();
    for (var gradient : gradients) {
      var parameter = gradient.parameter();
      updates.add(
          tf.train.resourceApplyAdam(
              parameter.handle(),
              slots.slot("mean", parameter).handle(),
              slots.slot("square", parameter).handle(),
              toFloat(tf, power1),
              toFloat(tf, power2),
              learningRate,
              tf.constant((float) beta1),
              tf.constant((float) beta2),
              scaledEpsilon,
              gradient.value()));
    }
    return updates.build();
  }

  private static Operand<TFloat32> toFloat(Ops tf, Operand<TFloat64> x) {
    return tf.dtypes.cast(x, TFloat32.class);
  }
}
