package io.pix2pix.models.discriminator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Discriminator;
import io.pix2pix.api.Normalization;
import io.pix2pix.api.game.Judgement;
import io.pix2pix.api.network.Convolution;
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
 * Judges every pixel on its own, by 1x1 convolutions (paper, sections 4.4 and 6.1).
 *
 * @param filters channels of the first layer; the second has twice as many
 * @param conditional whether it sees the condition beside the image
 * @param normalization of the second layer
 */
public record PixelGan(
    @Setting(value = "64", min = 1, meaning = "channels of the first layer") int filters,
    @Setting(value = "true", meaning = "whether it sees the condition beside the image")
        boolean conditional,
    @Setting(value = "batch", meaning = "of the second layer") Normalization normalization)
    implements Discriminator, Ported<Discriminator> {
  private static final float SLOPE = 0.2f;

  @Override
  public int receptiveField() {
    return 1;
  }

  @Override
  public Judgement build(Layers layers, Operand<TFloat32> input) {
    var first = layers.in("layer1");
    var one = first.leakyRelu(first.convolution(input, pointwise(filters, true)), SLOPE);
    var second = layers.in("layer2");
    var convolved = second.convolution(one, pointwise(2 * filters, !normalization.offset()));
    var normalized = normalization.build(second.in("normalization"), convolved);
    var two = second.leakyRelu(normalized, SLOPE);
    var logits = layers.in("logits").convolution(two, pointwise(1, true));
    return Judgement.of(logits, ImmutableList.of(one, two));
  }

  @Override
  public PortLayers portLayers() {
    var names =
        ImmutableMap.of(
            "layer1",
            "net.0",
            "layer2",
            "net.2",
            "layer2/normalization",
            "net.3",
            "logits",
            "net.5");
    return PortNormalization.layers(normalization, names, "layer1");
  }

  @Override
  public Optional<Recognized<Discriminator>> recognize(PortTensors tensors) {
    var first = "net.0.weight";
    if (!tensors.hasKernel(first, 1) || !tensors.hasKernel("net.5.weight", 1)) {
      return Optional.empty();
    }
    var pixel =
        new PixelGan(
            tensors.length(first, 0), conditional, PortNormalization.of(tensors, "net.2", "net.3"));
    return Optional.of(new Recognized<>(pixel, tensors.length(first, 1), 1));
  }

  private static Convolution pointwise(int filters, boolean bias) {
    return new Convolution(filters, 1, 1, 0, bias);
  }
}
