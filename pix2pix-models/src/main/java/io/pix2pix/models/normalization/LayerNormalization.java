package io.pix2pix.models.normalization;

import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Layer normalization (Ba et al. 2016): all channels and pixels of an image together get mean 0 and
 * variance 1, then each channel a trained scale and offset. Critics with a gradient penalty have it
 * in place of batch normalization (Gulrajani et al. 2017, section 4).
 *
 * @param epsilon added to the variance
 */
public record LayerNormalization(
    @Setting(value = "1.0e-5", min = 0, meaning = "added to the variance") double epsilon)
    implements Normalization {

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x) {
    return new GroupedMoments(1, epsilon).normalizedAndScaled(layers, x);
  }

  @Override
  public boolean offset() {
    return true;
  }
}
