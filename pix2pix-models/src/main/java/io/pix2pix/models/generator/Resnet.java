package io.pix2pix.models.generator;

import io.pix2pix.api.network.Border;
import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Upsampling;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.api.pytorch.PytorchCompatible;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.api.pytorch.StateDictShapes;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Halves the image twice, changes it by residual blocks, and doubles it twice (Johnson et al. 2016,
 * with the layers of the PyTorch port).
 *
 * @param blocks of two 3x3 convolutions, whose result is added to what they are given; the port has
 *     6 or 9
 * @param filters channels of the first layer; the blocks have four times as many
 * @param normalization of every layer but the last
 * @param dropout between the convolutions of each block: the noise {@code z} of the paper
 * @param upsampling of the two layers after the blocks
 * @param spectralNormalization of every convolution
 */
public record Resnet(
    @Setting(value = "9", min = 1, max = 99, meaning = "residual blocks") int blocks,
    @Setting(value = "64", min = 1, max = 16384, meaning = "channels of the first layer")
        int filters,
    @Setting(value = "batch", meaning = "of all layers but the last") Normalization normalization,
    @Setting(
            value = "0.5",
            min = 0,
            max = 0.99,
            meaning = "part of the feature maps within each block that is dropped")
        double dropout,
    @Setting(
            value = "{name: transposed-convolution, kernel: 3}",
            meaning = "of the two layers after the blocks")
        Upsampling upsampling,
    @Setting(
            value = "false",
            meaning = "whether kernels are divided by their largest singular value")
        boolean spectralNormalization)
    implements Generator, PytorchCompatible<Generator> {
  private static final int HALVINGS = 2;

  @Override
  public Operand<TFloat32> build(Layers given, Operand<TFloat32> condition, int channels) {
    var layers = given.spectrallyNormalized(spectralNormalization);
    var x = normalizedRelu(layers.in("first"), condition, reflecting(filters, 7));
    for (int i = 1; i <= HALVINGS; i++) {
      var halving = new Convolution(filters << i, 3, 2, 1, false);
      x = normalizedRelu(layers.in("down" + i), x, halving);
    }
    for (int i = 1; i <= blocks; i++) {
      x = block(layers.in("block" + i), x);
    }
    for (int i = 1; i <= HALVINGS; i++) {
      var here = layers.in("up" + i);
      x = here.tf().nn.relu(normalization.upsample(here, x, upsampling, filters << (HALVINGS - i)));
    }
    var last = layers.in("last").convolution(x, reflecting(channels, 7).withBias(true));
    return layers.tf().math.tanh(last);
  }

  private Operand<TFloat32> block(Layers here, Operand<TFloat32> x) {
    var convolution = reflecting(filters << HALVINGS, 3);
    var first = here.in("convolution1");
    var changed = first.dropout(normalizedRelu(first, x, convolution), dropout);
    var change = normalization.convolve(here.in("convolution2"), changed, convolution);
    return here.tf().math.add(x, change);
  }

  private Operand<TFloat32> normalizedRelu(
      Layers here, Operand<TFloat32> x, Convolution convolution) {
    return here.tf().nn.relu(normalization.convolve(here, x, convolution));
  }

  /** Of stride 1, the result being as large as what it is given. */
  private static Convolution reflecting(int filters, int kernel) {
    return new Convolution(filters, kernel, 1, kernel / 2, Border.REFLECTION, false);
  }

  @Override
  public int sizeMultiple() {
    return 1 << HALVINGS;
  }

  /** Of one pixel, nothing could be mirrored at the border of the blocks' convolutions. */
  @Override
  public int smallestSize() {
    return 2 * sizeMultiple();
  }

  @Override
  public StateDictLayers stateDictLayers() {
    return ResnetStateDict.layers(this);
  }

  @Override
  public Optional<Detected<Generator>> recognize(StateDictShapes tensors) {
    return ResnetStateDict.in(tensors, dropout);
  }
}
