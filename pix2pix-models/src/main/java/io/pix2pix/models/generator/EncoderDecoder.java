package io.pix2pix.models.generator;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Upsampling;
import io.pix2pix.api.plugin.Setting;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The U-Net with its skip connections severed (paper, sections 3.2 and 5.2): all that the decoder
 * knows went through the bottleneck.
 *
 * @param levels how often the image is halved; 8 brings 256x256 down to 1x1
 * @param filters channels of the first layer; they double at each level, up to eight times as many
 * @param normalization of every layer but the first, the innermost and the last
 * @param dropout of decoder layers: the noise {@code z} of the paper
 * @param dropoutPlacement which decoder layers drop
 * @param upsampling of every decoder layer
 * @param spectralNormalization of every convolution
 */
public record EncoderDecoder(
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
            value = "false",
            meaning = "whether kernels are divided by their largest singular value")
        boolean spectralNormalization)
    implements Generator {

  @Override
  public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
    var hourglass =
        new Hourglass(
            levels,
            filters,
            normalization,
            dropout,
            dropoutPlacement,
            upsampling,
            ImmutableSet.of());
    return hourglass.build(layers.spectrallyNormalized(spectralNormalization), condition, channels);
  }

  @Override
  public int sizeMultiple() {
    return 1 << levels;
  }
}
