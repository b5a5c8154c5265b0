package io.pix2pix.models.discriminator;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.api.pytorch.StateDictShapes;
import io.pix2pix.api.pytorch.PytorchCompatible.Detected;
import io.pix2pix.models.pytorch.StateDictSettings;
import java.util.Optional;

/**
 * How the public PyTorch port numbers the layers of its PixelGAN, whose last convolution has a bias
 * with instance normalization only.
 */
final class PixelGanStateDict {
  private static final String FIRST = "net.0";
  private static final String SECOND = "net.2";
  private static final String NORMALIZATION = "net.3";
  private static final String LOGITS = "net.5";

  private PixelGanStateDict() {}

  /**
   * What its layers are called.
   *
   * @throws IllegalArgumentException if a setting is one that the port does not have
   */
  static StateDictLayers layers(PixelGan pixel) {
    StateDictSettings.refuseSpectral(pixel.spectralNormalization());
    var names = ImmutableMap.<String, String>builder();
    names.put("layer1", FIRST).put("layer2", SECOND);
    names.put("layer2/normalization", NORMALIZATION).put("logits", LOGITS);
    return StateDictSettings.layers(pixel.normalization(), names.buildOrThrow(), "layer1");
  }

  /** The PixelGAN of a file, if it holds one. */
  static Optional<Detected<Discriminator>> in(StateDictShapes tensors, boolean conditional) {
    var first = FIRST + ".weight";
    if (!tensors.hasKernel(first, 1) || !tensors.hasKernel(LOGITS + ".weight", 1)) {
      return Optional.empty();
    }
    var pixel =
        new PixelGan(
            tensors.length(first, 0),
            conditional,
            StateDictSettings.normalization(tensors, SECOND, NORMALIZATION),
            false);
    return Optional.of(new Detected<>(pixel, tensors.length(first, 1), 1));
  }
}
