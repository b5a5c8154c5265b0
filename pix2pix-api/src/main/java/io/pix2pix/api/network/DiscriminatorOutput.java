package io.pix2pix.api.network;

import com.google.common.collect.ImmutableList;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What a discriminator says of images, finest scale first; most discriminators have one scale.
 *
 * @param scales at least one
 */
public record DiscriminatorOutput(ImmutableList<Scale> scales) {

  /** A judgment of one scale. */
  public static DiscriminatorOutput of(
      Operand<TFloat32> logits, ImmutableList<Operand<TFloat32>> features) {
    return new DiscriminatorOutput(ImmutableList.of(new Scale(logits, features)));
  }

  /**
   * What is said at one scale.
   *
   * @param logits {@code [n, h', w', 1]}, one for each patch, before any sigmoid; positive means
   *     real
   * @param features the inner feature maps {@code [n, h_i, w_i, c_i]} in the order of the layers,
   *     without the logits
   */
  public record Scale(Operand<TFloat32> logits, ImmutableList<Operand<TFloat32>> features) {}
}
