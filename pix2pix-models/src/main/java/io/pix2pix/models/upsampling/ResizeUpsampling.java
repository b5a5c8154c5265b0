package io.pix2pix.models.upsampling;

import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Upsampling;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Enlarges first and convolves then, 3x3, so that no checkerboard can arise (Odena et al. 2016,
 * Deconvolution and Checkerboard Artifacts).
 *
 * @param interpolation between the pixels
 */
public record ResizeUpsampling(
    @Setting(value = "nearest", meaning = "how pixels are enlarged") Interpolation interpolation)
    implements Upsampling {

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x, int filters, boolean bias) {
    var enlarged = interpolation.doubled(layers, x);
    return layers.convolution(enlarged, new Convolution(filters, 3, 1, 1, bias));
  }
}
