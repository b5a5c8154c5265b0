package io.pix2pix.api.network;

import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Brings feature maps to a common scale. */
@Role(value = "normalization", meaning = "brings feature maps to a common scale")
public interface Normalization {

  /**
   * Adds this normalization to a graph.
   *
   * @param layers where its scale, offset and statistics come from
   * @param x feature maps {@code [n, h, w, c]}; {@code h} and {@code w} may be unknown
   * @return feature maps {@code [n, h, w, c]}
   */
  Operand<TFloat32> build(Layers layers, Operand<TFloat32> x);

  /**
   * Whether it adds an offset to each channel. If so, convolutions of the same network need no
   * bias.
   */
  boolean offset();

  /**
   * Whether the result for an image depends on the other images of the batch in training. Where the
   * phase says that images are independent, it must not.
   */
  default boolean mixesImages() {
    return false;
  }

  /**
   * Adds a convolution, with a bias only where this normalization has no offset, and then this
   * normalization, whose weights are in the convolution's {@code normalization}.
   *
   * @param layers of the convolution
   * @param x feature maps {@code [n, h, w, c]}
   * @param convolution its bias does not count
   * @return feature maps {@code [n, h', w', filters]}
   */
  default Operand<TFloat32> convolve(Layers layers, Operand<TFloat32> x, Convolution convolution) {
    var convolved = layers.convolution(x, convolution.withBias(!offset()));
    return build(layers.in("normalization"), convolved);
  }

  /**
   * Adds an upsampling, with a bias only where this normalization has no offset, and then this
   * normalization, whose weights are in the upsampling's {@code normalization}.
   *
   * @param layers of the upsampling
   * @param x feature maps {@code [n, h, w, c]}
   * @param filters channels of the result
   * @return feature maps {@code [n, 2h, 2w, filters]}
   */
  default Operand<TFloat32> upsample(
      Layers layers, Operand<TFloat32> x, Upsampling upsampling, int filters) {
    var enlarged = upsampling.build(layers, x, filters, !offset());
    return build(layers.in("normalization"), enlarged);
  }
}
