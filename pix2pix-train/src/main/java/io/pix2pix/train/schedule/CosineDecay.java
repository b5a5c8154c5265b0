package io.pix2pix.train.schedule;

import io.pix2pix.api.training.Schedule;
import io.pix2pix.api.plugin.Setting;

/**
 * Half a wave of the cosine (Loshchilov and Hutter 2017, without restarts), epoch by epoch as
 * PyTorch's {@code CosineAnnealingLR}: {@code least + (1 - least) (1 + cos(pi e / N)) / 2} in epoch
 * {@code e}, counted from 0, of {@code N}.
 *
 * @param least what it would come to after the last epoch, as a share of the first learning rate
 */
public record CosineDecay(
    @Setting(
            value = "0",
            min = 0,
            max = 1,
            meaning = "where it ends, as a share of the first learning rate")
        double least)
    implements Schedule {

  @Override
  public double factor(int epoch, int epochs, Past past) {
    return least + (1 - least) * (1 + Math.cos(Math.PI * epoch / epochs)) / 2;
  }
}
