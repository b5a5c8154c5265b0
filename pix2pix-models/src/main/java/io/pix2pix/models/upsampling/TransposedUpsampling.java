package io.pix2pix.models.upsampling;

import io.pix2pix.api.network.Upsampling;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.TransposedConvolution;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A transposed convolution of stride 2: 4x4 in the paper's generators (section 6.1), 3x3 in the
 * PyTorch port's ResNet. With 3x3, pixels are covered by kernels unevenly, which shows as a
 * checkerboard (Odena et al. 2016).
 *
 * @param kernel edge of the kernel, in pixels
 */
public record TransposedUpsampling(
    @Setting(
            value = "4",
            allowed = {"3", "4"},
            meaning = "edge of the kernel, in pixels")
        int kernel)
    implements Upsampling {

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x, int filters, boolean bias) {
    return layers.transposedConvolution(x, TransposedConvolution.doubling(filters, kernel, bias));
  }
}
