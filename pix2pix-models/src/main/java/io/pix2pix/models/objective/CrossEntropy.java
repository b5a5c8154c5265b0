package io.pix2pix.models.objective;

import io.pix2pix.api.Objective;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The game of the paper (sections 3.1 and 3.4): D minimises {@code -log D(y) - log(1 - D(G(x)))},
 * and G, without saturating, {@code -log D(G(x))} with {@code D = sigmoid(logit)}.
 */
public record CrossEntropy() implements Objective {
  @Override
  public Operand<TFloat32> real(Ops tf, Operand<TFloat32> logits) {
    return Means.mean(tf, tf.math.softplus(tf.math.neg(logits)));
  }

  @Override
  public Operand<TFloat32> fake(Ops tf, Operand<TFloat32> logits) {
    return Means.mean(tf, tf.math.softplus(logits));
  }

  @Override
  public Operand<TFloat32> fool(Ops tf, Operand<TFloat32> logits) {
    return real(tf, logits);
  }
}
