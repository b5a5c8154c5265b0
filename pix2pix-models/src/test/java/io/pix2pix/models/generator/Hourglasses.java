package io.pix2pix.models.generator;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.models.upsampling.TransposedUpsampling;

/** The paper's generators without noise. */
final class Hourglasses {
  private Hourglasses() {}

  static Unet unet(int levels, int filters, Normalization normalization, Integer... severed) {
    return new Unet(
        levels,
        filters,
        normalization,
        0,
        DropoutPlacement.PAPER,
        new TransposedUpsampling(4),
        ImmutableList.copyOf(severed),
        false);
  }

  static EncoderDecoder encoderDecoder(int levels, int filters, Normalization normalization) {
    return new EncoderDecoder(
        levels,
        filters,
        normalization,
        0,
        DropoutPlacement.PAPER,
        new TransposedUpsampling(4),
        false);
  }
}
