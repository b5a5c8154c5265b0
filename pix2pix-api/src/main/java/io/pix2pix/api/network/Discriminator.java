package io.pix2pix.api.network;

import io.pix2pix.api.plugin.Role;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Tells real images from generated ones, patch by patch: the "D" of a conditional GAN. */
@Role(value = "discriminator", meaning = "tells real images from generated ones")
public interface Discriminator {

  /** Whether it sees the condition beside the image: {@code D(x, y)} or {@code D(y)}. */
  boolean conditional();

  /** The edge, in pixels, of the square of the input that one logit depends on. */
  int receptiveField();

  /**
   * Whether the logits of an image depend on the other images of the batch, as batch normalization
   * makes them do. Penalties on the gradients of single images want one of which this is false.
   */
  default boolean mixesImages() {
    return false;
  }

  /**
   * Adds this discriminator to a graph.
   *
   * @param layers layers and weights; the same weights each time it is built under the same name
   * @param input {@code [n, h, w, c]} in {@code [-1, 1]}: the image, after the condition along the
   *     channels where it is conditional
   * @throws IllegalArgumentException if the image is so small that no logit would be left
   */
  DiscriminatorOutput build(Layers layers, Operand<TFloat32> input);
}
