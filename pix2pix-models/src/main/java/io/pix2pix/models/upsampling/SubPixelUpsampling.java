package io.pix2pix.models.upsampling;

import io.pix2pix.api.network.Upsampling;
import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Layers;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A 3x3 convolution to four times the channels, which then become the four pixels of each square
 * (Shi et al. 2016, Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel
 * Convolutional Neural Network).
 *
 * <p>Channel {@code filters (2 i + j) + k} of the convolution becomes channel {@code k} in row
 * {@code i} and column {@code j} of the square; PyTorch's PixelShuffle takes channel {@code 4 k + 2
 * i + j} for it.
 */
public record SubPixelUpsampling() implements Upsampling {

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x, int filters, boolean bias) {
    var convolved = layers.convolution(x, new Convolution(4 * filters, 3, 1, 1, bias));
    return layers.tf().nn.depthToSpace(convolved, 2L);
  }
}
