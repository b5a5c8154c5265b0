package io.pix2pix.api.training;

import io.pix2pix.api.plugin.Setting;

/**
 * How D is trained, where that differs from G.
 *
 * @param learningRateFactor D's learning rate as a multiple of the optimizer's
 * @param steps of D, each on a batch of its own, for each step of G
 * @param imagePool generated images that D's {@code fake} term draws from (Shrivastava et al.
 *     2017); 0 for those of the step alone
 */
public record DiscriminatorTraining(
    @Setting(value = "1", min = 0, meaning = "D's learning rate, as a multiple of the optimizer's")
        double learningRateFactor,
    @Setting(value = "1", min = 1, meaning = "steps of D, each on its own batch, for one of G")
        int steps,
    @Setting(
            value = "0",
            min = 0,
            meaning = "generated images kept from earlier steps to train D on; 0: none are kept")
        int imagePool) {

  /** As in the paper: the same rate, a step for each of G's, and no pool. */
  public static DiscriminatorTraining standard() {
    return new DiscriminatorTraining(1, 1, 0);
  }
}
