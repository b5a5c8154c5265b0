package io.pix2pix.train.schedule;

import io.pix2pix.api.training.Schedule;
import io.pix2pix.api.plugin.Setting;

/**
 * Constant at first, then down in a straight line that would be 0 after the last epoch, as in the
 * PyTorch port: with {@code n} constant epochs of {@code N}, the factor of epoch {@code e}, counted
 * from 0, is {@code 1 - max(0, e + 1 - n) / (N - n + 1)}.
 *
 * @param begin share of the epochs that are constant; the port's 100 of 200 are 0.5
 */
public record LinearDecay(
    @Setting(value = "0.5", min = 0, max = 1, meaning = "share of the epochs before the decay")
        double begin)
    implements Schedule {

  @Override
  public double factor(int epoch, int epochs, Past past) {
    int constant = (int) Math.round(begin * epochs);
    return 1 - Math.max(0.0, epoch + 1 - constant) / (epochs - constant + 1);
  }
}
