package io.pix2pix.models.objective;

import io.pix2pix.api.loss.Objective;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The game of the paper (sections 3.1 and 3.4): D minimizes {@code -log D(y) - log(1 - D(G(x)))},
 * and G, without saturating, {@code -log D(G(x))} with {@code D = sigmoid(logit)}.
 *
 * @param realLabel {@code a}: D minimizes {@code -a log D(y) - (1 - a) log(1 - D(y))} on real
 *     images; below 1 it is one-sided label smoothing (Salimans et al. 2016, section 3.4). G's own
 *     label stays 1
 */
public record CrossEntropy(
    @Setting(
            value = "1",
            min = 0.5,
            max = 1,
            meaning = "what D is to say of real images; 0.9 smooths labels on one side")
        double realLabel)
    implements Objective {

  /** Without smoothing. */
  public CrossEntropy() {
    this(1);
  }

  @Override
  public Operand<TFloat32> real(Ops tf, Operand<TFloat32> logits) {
    return realLabel == 1 ? certain(tf, logits) : smoothed(tf, logits);
  }

  @Override
  public Operand<TFloat32> fake(Ops tf, Operand<TFloat32> logits) {
    return Means.mean(tf, tf.math.softplus(logits));
  }

  @Override
  public Operand<TFloat32> generatorLoss(Ops tf, Operand<TFloat32> logits) {
    return certain(tf, logits);
  }

  private static Operand<TFloat32> certain(Ops tf, Operand<TFloat32> logits) {
    return Means.mean(tf, tf.math.softplus(tf.math.neg(logits)));
  }

  private Operand<TFloat32> smoothed(Ops tf, Operand<TFloat32> logits) {
    var labeled = tf.math.mul(logits, tf.constant((float) realLabel));
    return Means.mean(tf, tf.math.sub(tf.math.softplus(logits), labeled));
  }
}
