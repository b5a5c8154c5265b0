package io.pix2pix.models.objective;

import io.pix2pix.api.loss.Objective;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The game as first written down (Goodfellow et al. 2014, equation 1): D minimizes {@code -log D(y)
 * - log(1 - D(G(x)))}, and G the negative of its part of that, {@code log(1 - D(G(x)))}. It
 * saturates: where D is sure of itself, G hardly learns. The paper's {@link CrossEntropy} avoids
 * that.
 */
public record Minimax() implements Objective {
  private static final CrossEntropy CROSS_ENTROPY = new CrossEntropy();

  @Override
  public Operand<TFloat32> real(Ops tf, Operand<TFloat32> logits) {
    return CROSS_ENTROPY.real(tf, logits);
  }

  @Override
  public Operand<TFloat32> fake(Ops tf, Operand<TFloat32> logits) {
    return CROSS_ENTROPY.fake(tf, logits);
  }

  @Override
  public Operand<TFloat32> generatorLoss(Ops tf, Operand<TFloat32> logits) {
    return tf.math.neg(fake(tf, logits));
  }
}
