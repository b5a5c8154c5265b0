package io.pix2pix.models.generator;

import io.pix2pix.api.Generator;
import io.pix2pix.api.Normalization;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.api.port.PortLayers;
import io.pix2pix.api.port.PortTensors;
import io.pix2pix.api.port.Ported;
import io.pix2pix.models.normalization.PortNormalization;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * An encoder and a decoder whose layers of the same size are joined by skip connections (paper,
 * sections 3.2 and 6.1).
 *
 * @param levels how often the image is halved; 8 brings 256x256 down to 1x1
 * @param filters channels of the first layer; they double at each level, up to eight times as many
 * @param normalization of every layer but the first, the innermost and the last
 * @param dropout of the three innermost decoder layers: the noise {@code z} of the paper
 */
public record Unet(
    @Setting(value = "8", min = 2, max = 12, meaning = "how often the image is halved") int levels,
    @Setting(value = "64", min = 1, meaning = "channels of the first layer") int filters,
    @Setting(value = "batch", meaning = "of all layers but the first, innermost and last")
        Normalization normalization,
    @Setting(
            value = "0.5",
            min = 0,
            max = 0.99,
            meaning = "part of the three innermost decoder layers that is dropped")
        double dropout)
    implements Generator, Ported<Generator> {

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
    return new Hourglass(levels, filters, normalization, dropout, true)
        .build(layers, condition, channels);
  }

  @Override
  public int sizeMultiple() {
    return 1 << levels;
  }

  @Override
  public PortLayers portLayers() {
    return PortNormalization.layers(normalization, UnetOfPort.names(levels), "decoder1");
  }

  @Override
  public Optional<Recognized<Generator>> recognize(PortTensors tensors) {
    if (!UnetOfPort.isIn(tensors)) {
      return Optional.empty();
    }
    var unet =
        new Unet(
            UnetOfPort.levels(tensors),
            tensors.length(UnetOfPort.FIRST, 0),
            UnetOfPort.normalization(tensors),
            dropout);
    return Optional.of(
        new Recognized<>(
            unet, tensors.length(UnetOfPort.FIRST, 1), tensors.length(UnetOfPort.LAST, 1)));
  }
}
