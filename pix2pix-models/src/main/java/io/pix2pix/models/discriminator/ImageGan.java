package io.pix2pix.models.discriminator;

import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.api.pytorch.PytorchCompatible;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.api.pytorch.StateDictShapes;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Judges patches of 286x286 pixels: all of an image of 256x256 and its padding (paper, sections 4.4
 * and 6.1).
 *
 * @param filters channels of the first layer; they double at each layer, up to eight times as many
 * @param conditional whether it sees the condition beside the image
 * @param normalization of every layer but the first and the last
 * @param spectralNormalization of every convolution
 */
public record ImageGan(
    @Setting(value = "64", min = 1, max = 16384, meaning = "channels of the first layer")
        int filters,
    @Setting(value = "true", meaning = "whether it sees the condition beside the image")
        boolean conditional,
    @Setting(value = "batch", meaning = "of all layers but the first and the last")
        Normalization normalization,
    @Setting(
            value = "false",
            meaning = "whether kernels are divided by their largest singular value")
        boolean spectralNormalization)
    implements Discriminator, PytorchCompatible<Discriminator> {

  @Override
  public int receptiveField() {
    return 286;
  }

  @Override
  public boolean mixesImages() {
    return normalization.mixesImages();
  }

  @Override
  public DiscriminatorOutput build(Layers layers, Operand<TFloat32> input) {
    return new StackedConvolutions(
            StackedConvolutions.layersFor(receptiveField()), filters, normalization)
        .build(layers.spectrallyNormalized(spectralNormalization), input);
  }

  @Override
  public StateDictLayers stateDictLayers() {
    return PatchGanStateDict.layers(receptiveField(), normalization, spectralNormalization);
  }

  /** Never: in a file it is a PatchGAN with this receptive field. */
  @Override
  public Optional<Detected<Discriminator>> recognize(StateDictShapes tensors) {
    return Optional.empty();
  }
}
