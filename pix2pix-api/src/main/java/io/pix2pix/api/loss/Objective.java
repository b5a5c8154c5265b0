package io.pix2pix.api.loss;

import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The game that an adversarial loss plays with the discriminator's logits. */
@Role(value = "objective", meaning = "the game that an adversarial loss plays")
public interface Objective {

  /**
   * What D minimizes on real images.
   *
   * @param logits any shape
   * @return scalar, the mean over all logits
   */
  Operand<TFloat32> real(Ops tf, Operand<TFloat32> logits);

  /**
   * What D minimizes on generated images.
   *
   * @param logits any shape
   * @return scalar, the mean over all logits
   */
  Operand<TFloat32> fake(Ops tf, Operand<TFloat32> logits);

  /**
   * What G minimizes on its own images.
   *
   * @param logits any shape
   * @return scalar, the mean over all logits
   */
  Operand<TFloat32> generatorLoss(Ops tf, Operand<TFloat32> logits);
}
