package io.pix2pix.models.objective;

import io.pix2pix.api.loss.Objective;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Wasserstein (Arjovsky et al. 2017): D minimizes {@code D(G(x)) - D(y)}, G minimizes {@code
 * -D(G(x))}, with the logit itself as {@code D}. It bounds nothing by itself: it wants a loss that
 * keeps D's slope in bounds, such as {@code gradient-penalty}.
 */
public record Wasserstein() implements Objective {
  @Override
  public Operand<TFloat32> real(Ops tf, Operand<TFloat32> logits) {
    return Means.mean(tf, tf.math.neg(logits));
  }

  @Override
  public Operand<TFloat32> fake(Ops tf, Operand<TFloat32> logits) {
    return Means.mean(tf, logits);
  }

  @Override
  public Operand<TFloat32> generatorLoss(Ops tf, Operand<TFloat32> logits) {
    return real(tf, logits);
  }
}
