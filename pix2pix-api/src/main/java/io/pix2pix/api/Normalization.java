package io.pix2pix.api;

import io.pix2pix.api.network.Layers;
import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Brings feature maps to a common scale. */
@Role(value = "normalization", meaning = "brings feature maps to a common scale")
public interface Normalization {

  /**
   * Adds this normalisation to a graph.
   *
   * @param layers where its scale, offset and statistics come from
   * @param x feature maps {@code [n, h, w, c]}
   * @return feature maps {@code [n, h, w, c]}
   */
  Operand<TFloat32> build(Layers layers, Operand<TFloat32> x);

  /**
   * Whether it adds an offset to each channel. If so, convolutions of the same network need no
   * bias.
   */
  boolean offset();
}
