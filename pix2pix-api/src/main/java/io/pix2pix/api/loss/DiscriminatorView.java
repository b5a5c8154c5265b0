package io.pix2pix.api.loss;

import io.pix2pix.api.network.DiscriminatorOutput;

/** The discriminator as a loss sees it: with its weights of the moment. */
@FunctionalInterface
public interface DiscriminatorView {

  /**
   * What the discriminator says of images, given their conditions where the discriminator is
   * conditional. The same sample is built once in an update, however often it is asked for.
   */
  DiscriminatorOutput output(ConditionedImage sample);
}
