package io.pix2pix.graph.formulation;

import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.GraphWriter;

/** Lays the pixels that a kernel sees at each place side by side, so that a product remains. */
interface Unfolding {
  /** Part of the name of a formulation. */
  String name();

  /** Whether it can unfold the image of a convolution. */
  boolean fits(ConvolutionShape shape);

  /**
   * Unfolds.
   *
   * @param image {@code [n, h, w, in]}
   * @return {@code [n h' w', kernelHeight kernelWidth in]}
   */
  String columns(String image, ConvolutionShape shape, GraphWriter to);
}
