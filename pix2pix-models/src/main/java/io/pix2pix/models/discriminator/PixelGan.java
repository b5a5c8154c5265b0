package io.pix2pix.models.discriminator;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Convolution;
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
 * Judges every pixel on its own, by 1x1 convolutions (paper, sections 4.4 and 6.1).
 *
 * @param filters channels of the first layer; the second has twice as many
 * @param conditional whether it sees the condition beside the image
 * @param normalization of the second layer
 * @param spectralNormalization of every convolution
 */
public record PixelGan(
    @Setting(value = "64", min = 1, max = 16384, meaning = "channels of the first layer")
        int filters,
    @Setting(value = "true", meaning = "whether it sees the condition beside the image")
        boolean conditional,
    @Setting(value = "batch", meaning = "of the second layer") Normalization normalization,
    @Setting(
            value = "false",
            meaning = "whether kernels are divided by their largest singular value")
        boolean spectralNormalization)
    implements Discriminator, PytorchCompatible<Discriminator> {
  private static final float SLOPE = 0.2f;

  @Override
  public int receptiveField() {
    return 1;
  }

  @Override
  public boolean mixesImages() {
    return normalization.mixesImages();
  }

  @Override
  public DiscriminatorOutput build(Layers given, Operand<TFloat32> input) {
    var layers = given.spectrallyNormalized(spectralNormalization);
    var first = layers.in("layer1");
    var one = first.leakyRelu(first.convolution(input, pointwise(filters)), SLOPE);
    var second = layers.in("layer2");
    var normalized = normalization.convolve(second, one, pointwise(2 * filters));
    var two = second.leakyRelu(normalized, SLOPE);
    var logits = layers.in("logits").convolution(two, pointwise(1));
    return DiscriminatorOutput.of(logits, ImmutableList.of(one, two));
  }

  private static Convolution pointwise(int filters) {
    return new Convolution(filters, 1, 1, 0, true);
  }

  @Override
  public StateDictLayers stateDictLayers() {
    return PixelGanStateDict.layers(this);
  }

  @Override
  public Optional<Detected<Discriminator>> recognize(StateDictShapes tensors) {
    return PixelGanStateDict.in(tensors, conditional);
  }
}
