package io.pix2pix.models.generator;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Upsampling;
import io.pix2pix.api.plugin.RenamedSetting;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.api.pytorch.PytorchCompatible;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.api.pytorch.StateDictShapes;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * An encoder and a decoder whose layers of the same size are joined by skip connections (paper,
 * sections 3.2 and 6.1).
 *
 * @param levels how often the image is halved; 8 brings 256x256 down to 1x1
 * @param filters channels of the first layer; they double at each level, up to eight times as many
 * @param normalization of every layer but the first, the innermost and the last
 * @param dropout of decoder layers: the noise {@code z} of the paper
 * @param dropoutPlacement which decoder layers drop
 * @param upsampling of every decoder layer
 * @param disabledSkips levels without a skip connection; level i is what is left after i halvings,
 *     from 1 to {@code levels - 1}. With all of them severed it is the encoder-decoder
 * @param spectralNormalization of every convolution
 */
@RenamedSetting(from = "severedSkips", to = "disabledSkips")
public record Unet(
    @Setting(value = "8", min = 2, max = 12, meaning = "how often the image is halved") int levels,
    @Setting(value = "64", min = 1, max = 16384, meaning = "channels of the first layer")
        int filters,
    @Setting(value = "batch", meaning = "of all layers but the first, innermost and last")
        Normalization normalization,
    @Setting(value = "0.5", min = 0, max = 0.99, meaning = "part of decoder layers that is dropped")
        double dropout,
    @Setting(
            value = "paper",
            meaning = "which decoder layers drop: the three innermost, or the PyTorch port's")
        DropoutPlacement dropoutPlacement,
    @Setting(value = "transposed-convolution", meaning = "of all decoder layers")
        Upsampling upsampling,
    @Setting(
            value = "[]",
            min = 1,
            meaning = "levels without a skip connection; level i is what is left after i halvings")
        ImmutableList<Integer> disabledSkips,
    @Setting(
            value = "false",
            meaning = "whether kernels are divided by their largest singular value")
        boolean spectralNormalization)
    implements Generator, PytorchCompatible<Generator> {

  /**
   * @throws IllegalArgumentException if there is no skip connection at a severed level
   */
  public Unet {
    for (int level : disabledSkips) {
      checkArgument(
          level >= 1 && level < levels,
          "disabledSkips: there is no skip connection at level %s; must be from 1 to %s, as levels"
              + " is %s",
          level,
          levels - 1,
          levels);
    }
  }

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
    var hourglass =
        new Hourglass(
            levels, filters, normalization, dropout, dropoutPlacement, upsampling, skips());
    return hourglass.build(layers.spectrallyNormalized(spectralNormalization), condition, channels);
  }

  @Override
  public int sizeMultiple() {
    return 1 << levels;
  }

  private ImmutableSet<Integer> skips() {
    return IntStream.range(1, levels)
        .boxed()
        .filter(level -> !disabledSkips.contains(level))
        .collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public StateDictLayers stateDictLayers() {
    return UnetStateDict.layers(this);
  }

  @Override
  public Optional<Detected<Generator>> recognize(StateDictShapes tensors) {
    return UnetStateDict.in(tensors, dropout);
  }
}
