package io.pix2pix.models.objective;

import io.pix2pix.api.loss.Objective;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Hinge (Lim and Ye 2017; Park et al. 2019 use it for images from label maps): D minimizes {@code
 * max(0, 1 - D(y)) + max(0, 1 + D(G(x)))}, so that it rests where it is sure enough, and G
 * minimizes {@code -D(G(x))}, with the logit itself as {@code D}.
 */
public record Hinge() implements Objective {
  @Override
  public Operand<TFloat32> real(Ops tf, Operand<TFloat32> logits) {
    return fake(tf, tf.math.neg(logits));
  }

  @Override
  public Operand<TFloat32> fake(Ops tf, Operand<TFloat32> logits) {
    return Means.mean(tf, tf.nn.relu(tf.math.add(logits, tf.constant(1f))));
  }

  @Override
  public Operand<TFloat32> generatorLoss(Ops tf, Operand<TFloat32> logits) {
    return Means.mean(tf, tf.math.neg(logits));
  }
}
