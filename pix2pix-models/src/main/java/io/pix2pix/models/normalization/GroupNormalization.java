package io.pix2pix.models.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Group normalization (Wu and He 2018): each group of neighboring channels of each image gets mean
 * 0 and variance 1, then each channel a trained scale and offset. Layers with fewer channels than
 * groups have a group for each channel.
 *
 * @param groups of channels
 * @param epsilon added to the variance
 */
public record GroupNormalization(
    @Setting(
            value = "32",
            min = 1,
            meaning = "groups of channels; layers with fewer channels have one group for each")
        int groups,
    @Setting(value = "1.0e-5", min = 0, meaning = "added to the variance") double epsilon)
    implements Normalization {

  /**
   * @throws IllegalArgumentException if the channels cannot be divided into that many groups
   */
  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x) {
    long channels = x.shape().get(3);
    long fitting = Math.min(groups, channels);
    checkArgument(
        channels % fitting == 0,
        "%s channels cannot be divided into %s groups of group normalization; give it groups: %s,"
            + " or filters that are a multiple of %s",
        channels,
        fitting,
        greatestDivisor(channels, fitting),
        fitting);
    return new GroupedMoments(fitting, epsilon).normalizedAndScaled(layers, x);
  }

  @Override
  public boolean offset() {
    return true;
  }

  private static long greatestDivisor(long channels, long most) {
    long divisor = most;
    while (channels % divisor != 0) {
      divisor--;
    }
    return divisor;
  }
}
