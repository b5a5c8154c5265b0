package io.pix2pix.train.schedule;

import io.pix2pix.api.training.Schedule;
import io.pix2pix.api.plugin.Setting;

/**
 * A lower learning rate every so many epochs, as PyTorch's {@code StepLR}.
 *
 * @param every epochs between two changes
 * @param factor of each change
 */
public record StepDecay(
    @Setting(value = "50", min = 1, meaning = "epochs between two changes") int every,
    @Setting(value = "0.1", min = 0, max = 1, meaning = "factor of each change") double factor)
    implements Schedule {

  @Override
  public double factor(int epoch, int epochs, Past past) {
    return Math.pow(factor, Math.floorDiv(epoch, every));
  }
}
