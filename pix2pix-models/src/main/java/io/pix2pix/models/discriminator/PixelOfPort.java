package io.pix2pix.models.discriminator;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Discriminator;
import io.pix2pix.api.port.PortLayers;
import io.pix2pix.api.port.PortTensors;
import io.pix2pix.api.port.Ported.Recognized;
import io.pix2pix.models.port.PortSettings;
import java.util.Optional;

/**
 * How the public PyTorch port numbers the layers of its PixelGAN, whose last convolution has a bias
 * with instance normalisation only.
 */
final class PixelOfPort {
  private static final String FIRST = "net.0";
  private static final String SECOND = "net.2";
  private static final String NORMALIZATION = "net.3";
  private static final String LOGITS = "net.5";

  private PixelOfPort() {}

  /**
   * What its layers are called.
   *
   * @throws IllegalArgumentException if a setting is one that the port does not have
   */
  static PortLayers layers(PixelGan pixel) {
    PortSettings.refuseSpectral(pixel.spectralNormalization());
    var names = ImmutableMap.<String, String>builder();
    names.put("layer1", FIRST).put("layer2", SECOND);
    names.put("layer2/normalization", NORMALIZATION).put("logits", LOGITS);
    return PortSettings.layers(pixel.normalization(), names.buildOrThrow(), "layer1");
  }

  /** The PixelGAN of a file, if it holds one. */
  static Optional<Recognized<Discriminator>> in(PortTensors tensors, boolean conditional) {
    var first = FIRST + ".weight";
    if (!tensors.hasKernel(first, 1) || !tensors.hasKernel(LOGITS + ".weight", 1)) {
      return Optional.empty();
    }
    var pixel =
        new PixelGan(
            tensors.length(first, 0),
            conditional,
            PortSettings.normalization(tensors, SECOND, NORMALIZATION),
            false);
    return Optional.of(new Recognized<>(pixel, tensors.length(first, 1), 1));
  }
}
