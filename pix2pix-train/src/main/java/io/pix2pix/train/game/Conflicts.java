package io.pix2pix.train.game;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.training.Training;
import io.pix2pix.api.training.Update;

/** Choices of a training that contradict its losses or each other. */
final class Conflicts {
  private Conflicts() {}

  /**
   * Without a D, a rate for it is as harmless as D's own block is: both are common to the rows of
   * an ablation. Steps and a pool would change what is trained on.
   *
   * @param discriminates whether a loss trains a discriminator
   * @throws InvalidInputException if there is one
   */
  static void check(Training training, boolean discriminates) {
    if (!discriminates) {
      refuseIdle(training.discriminator().steps() != 1, "steps", "1");
      refuseIdle(training.discriminator().imagePool() != 0, "imagePool", "0");
    }
    if (training.update() == Update.SIMULTANEOUS && training.discriminator().steps() > 1) {
      throw new InvalidInputException(
          "training.discriminator.steps: with update: simultaneous, D and G step together, not D "
              + training.discriminator().steps()
              + " times; give 1, or update: alternating");
    }
  }

  private static void refuseIdle(boolean chosen, String setting, String idle) {
    if (chosen) {
      throw new InvalidInputException(
          "training.discriminator.%s: concerns a discriminator, but no loss trains one; give %s, or add {name: adversarial} to the losses"
              .formatted(setting, idle));
    }
  }
}
