package io.pix2pix.api.network;

import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Turns an image of one kind into an image of another kind: the "G" of a conditional GAN. */
@Role(value = "generator", meaning = "turns conditions into images")
public interface Generator {

  /**
   * Adds this generator to a graph. Where {@link io.pix2pix.api.network.Phase#independent} says so,
   * the image made of a condition must not depend on the other conditions of the batch.
   *
   * @param layers layers and weights; the same weights each time it is built under the same name
   * @param condition images {@code [n, h, w, c]}, in {@code [-1, 1]}; {@code h} and {@code w}
   *     multiples of {@link #sizeMultiple}, or unknown until the graph runs
   * @param channels channels of the result
   * @return images {@code [n, h, w, channels]}, in {@code [-1, 1]}
   */
  Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels);

  /** Height and width of every image must be multiples of this number of pixels. */
  int sizeMultiple();

  /** Height and width of every image must be at least this number of pixels, one such multiple. */
  default int smallestSize() {
    return sizeMultiple();
  }
}
