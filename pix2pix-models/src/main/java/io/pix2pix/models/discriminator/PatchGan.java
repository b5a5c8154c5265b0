package io.pix2pix.models.discriminator;

import io.pix2pix.api.Discriminator;
import io.pix2pix.api.Normalization;
import io.pix2pix.api.game.DiscriminatorOutput;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.api.port.PortLayers;
import io.pix2pix.api.port.PortTensors;
import io.pix2pix.api.port.Ported;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Judges every patch of an image on its own (paper, sections 3.3 and 6.1).
 *
 * @param receptiveField edge of a patch, in pixels
 * @param filters channels of the first layer; they double at each layer, up to eight times as many
 * @param conditional whether it sees the condition beside the image
 * @param normalization of every layer but the first and the last
 * @param spectralNormalization of every convolution
 */
public record PatchGan(
    @Setting(
            value = "70",
            allowed = {"16", "34", "70", "142", "286", "574"},
            meaning = "edge of a patch, in pixels")
        int receptiveField,
    @Setting(value = "64", min = 1, meaning = "channels of the first layer") int filters,
    @Setting(value = "true", meaning = "whether it sees the condition beside the image")
        boolean conditional,
    @Setting(value = "batch", meaning = "of all layers but the first and the last")
        Normalization normalization,
    @Setting(
            value = "false",
            meaning = "whether kernels are divided by their largest singular value")
        boolean spectralNormalization)
    implements Discriminator, Ported<Discriminator> {

  @Override
  public boolean mixesImages() {
    return normalization.mixesImages();
  }

  @Override
  public DiscriminatorOutput build(Layers layers, Operand<TFloat32> input) {
    return new StackedConvolutions(
            StackedConvolutions.layersFor(receptiveField), filters, normalization)
        .build(layers.spectrallyNormalized(spectralNormalization), input);
  }

  @Override
  public PortLayers portLayers() {
    return PatchOfPort.layers(receptiveField, normalization, spectralNormalization);
  }

  @Override
  public Optional<Recognized<Discriminator>> recognize(PortTensors tensors) {
    return PatchOfPort.in(tensors, conditional);
  }
}
