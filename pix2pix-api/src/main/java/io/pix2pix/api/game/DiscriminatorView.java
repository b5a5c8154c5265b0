package io.pix2pix.api.game;

/** The discriminator as a loss sees it: with its weights of the moment. */
@FunctionalInterface
public interface DiscriminatorView {

  /**
   * What the discriminator says of images, given their conditions where the discriminator is
   * conditional. The same sample is built once in an update, however often it is asked for.
   */
  DiscriminatorOutput output(Sample sample);
}
