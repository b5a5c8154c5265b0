package io.pix2pix.models.objective;

import io.pix2pix.api.loss.Objective;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Least squares (Mao et al. 2017): D minimizes {@code (D(y) - 1)^2 + D(G(x))^2}, G minimizes {@code
 * (D(G(x)) - 1)^2}, with the logit itself as {@code D}.
 */
public record LeastSquares() implements Objective {
  @Override
  public Operand<TFloat32> real(Ops tf, Operand<TFloat32> logits) {
    return Means.mean(tf, tf.math.square(tf.math.sub(logits, tf.constant(1f))));
  }

  @Override
  public Operand<TFloat32> fake(Ops tf, Operand<TFloat32> logits) {
    return Means.mean(tf, tf.math.square(logits));
  }

  @Override
  public Operand<TFloat32> generatorLoss(Ops tf, Operand<TFloat32> logits) {
    return real(tf, logits);
  }
}
