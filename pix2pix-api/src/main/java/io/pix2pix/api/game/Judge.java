package io.pix2pix.api.game;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The discriminator as a loss sees it: with its weights of the moment, and the condition of the
 * scene.
 */
@FunctionalInterface
public interface Judge {

  /**
   * Judges images, given the condition of the scene where the discriminator is conditional. The
   * same operand is judged once in a turn, however often it is asked for.
   *
   * @param images {@code [n, h, w, c]} of the target's shape, in {@code [-1, 1]}
   */
  Judgement judge(Operand<TFloat32> images);
}
