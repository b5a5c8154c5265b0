package io.pix2pix.train.schedule;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Schedule;
import io.pix2pix.api.plugin.Setting;

/**
 * A lower learning rate whenever a loss has not fallen for some epochs, as PyTorch's {@code
 * ReduceLROnPlateau} with a relative threshold and the PyTorch port's settings.
 *
 * @param column of {@code losses.csv} whose mean over each epoch is looked at
 * @param factor of each change
 * @param threshold how much less than the least mean so far counts as a fall, as a share of it
 * @param patience epochs without a fall that are let pass
 */
public record Plateau(
    @Setting(value = "generator.l1", meaning = "loss whose mean over each epoch is looked at")
        String column,
    @Setting(value = "0.2", min = 0, max = 1, meaning = "factor of each change") double factor,
    @Setting(value = "0.01", min = 0, max = 1, meaning = "share by which the loss must fall")
        double threshold,
    @Setting(value = "5", min = 0, meaning = "epochs without a fall that are let pass")
        int patience)
    implements Schedule {

  @Override
  public void check(ImmutableList<String> columns) {
    checkArgument(
        columns.contains(column),
        "training.schedule.column: the losses give no %s; they give %s",
        column,
        String.join(", ", columns));
  }

  @Override
  public double factor(int epoch, int epochs, Past past) {
    double least = Double.POSITIVE_INFINITY;
    int idle = 0;
    double product = 1;
    for (double mean : past.means(column).subList(0, epoch)) {
      boolean fell = mean < least * (1 - threshold);
      least = fell ? mean : least;
      idle = fell ? 0 : idle + 1;
      if (idle > patience) {
        product *= factor;
        idle = 0;
      }
    }
    return product;
  }
}
