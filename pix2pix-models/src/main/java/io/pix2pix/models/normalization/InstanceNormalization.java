package io.pix2pix.models.normalization;

import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Instance normalization (Ulyanov et al. 2016): each channel of each image gets mean 0 and variance
 * 1. Like that of the PyTorch port it has neither scale nor offset, so convolutions have a bias.
 *
 * @param epsilon added to the variance
 */
public record InstanceNormalization(
    @Setting(value = "1.0e-5", min = 0, meaning = "added to the variance") double epsilon)
    implements Normalization {

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x) {
    return new GroupedMoments(x.shape().get(3), epsilon).normalized(layers.tf(), x);
  }

  @Override
  public boolean offset() {
    return false;
  }
}
