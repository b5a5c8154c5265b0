package io.pix2pix.api.loss;

import io.pix2pix.api.network.Judgment;

/** The discriminator as a loss sees it: with its weights of the moment. */
@FunctionalInterface
public interface Judge {

  /**
   * Judges images, given their conditions where the discriminator is conditional. The same sample
   * is judged once in a turn, however often it is asked for.
   */
  Judgment judge(ConditionedImage sample);
}
