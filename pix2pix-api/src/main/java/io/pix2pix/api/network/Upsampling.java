package io.pix2pix.api.network;

import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Enlarges feature maps: the decoder's half of a generator. */
@Role(value = "upsampling", meaning = "doubles height and width of feature maps")
public interface Upsampling {

  /**
   * Adds this upsampling to a graph.
   *
   * @param layers where its weights come from
   * @param x feature maps {@code [n, h, w, c]}; {@code h} and {@code w} may be unknown
   * @param filters channels of the result
   * @param bias whether a number is added to each channel
   * @return feature maps {@code [n, 2h, 2w, filters]}
   */
  Operand<TFloat32> build(Layers layers, Operand<TFloat32> x, int filters, boolean bias);
}
