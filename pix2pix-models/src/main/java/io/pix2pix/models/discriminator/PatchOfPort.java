package io.pix2pix.models.discriminator;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Discriminator;
import io.pix2pix.api.Normalization;
import io.pix2pix.api.port.PortLayers;
import io.pix2pix.api.port.PortTensors;
import io.pix2pix.api.port.Ported.Recognized;
import io.pix2pix.models.port.PortSettings;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the public PyTorch port numbers the layers of its PatchGAN. */
final class PatchOfPort {
  private static final String FIRST = "model.0.weight";
  private static final int KERNEL = 4;
  private static final int MOST_HALVINGS = 6;

  private PatchOfPort() {}

  /**
   * What its layers are called.
   *
   * @throws IllegalArgumentException if a setting is one that the port does not have
   */
  static PortLayers layers(
      int receptiveField, Normalization normalization, boolean spectralNormalization) {
    PortSettings.refuseSpectral(spectralNormalization);
    int halvings = StackedConvolutions.layersFor(receptiveField);
    var names = ImmutableMap.<String, String>builder();
    names.put("layer1", "model.0");
    for (int layer = 2; layer <= halvings + 1; layer++) {
      names.put("layer" + layer, "model." + (3 * layer - 4));
      names.put("layer" + layer + "/normalization", "model." + (3 * layer - 3));
    }
    names.put("logits", last(halvings));
    return PortSettings.layers(normalization, names.buildOrThrow(), "layer1", "logits");
  }

  /** The PatchGAN of a file, if it holds one. */
  static Optional<Recognized<Discriminator>> in(PortTensors tensors, boolean conditional) {
    if (!tensors.hasKernel(FIRST, KERNEL)) {
      return Optional.empty();
    }
    return IntStream.rangeClosed(1, MOST_HALVINGS)
        .filter(halvings -> givesLogits(tensors, last(halvings) + ".weight"))
        .boxed()
        .findFirst()
        .map(halvings -> StackedConvolutions.receptiveField(halvings))
        .map(field -> new Recognized<>(patch(tensors, field, conditional), in(tensors), 1));
  }

  private static Discriminator patch(PortTensors tensors, int receptiveField, boolean conditional) {
    return new PatchGan(
        receptiveField,
        tensors.length(FIRST, 0),
        conditional,
        PortSettings.normalization(tensors, "model.2", "model.3"),
        false);
  }

  private static int in(PortTensors tensors) {
    return tensors.length(FIRST, 1);
  }

  private static boolean givesLogits(PortTensors tensors, String name) {
    return tensors.hasKernel(name, KERNEL) && tensors.length(name, 0) == 1;
  }

  private static String last(int halvings) {
    return "model." + (3 * halvings + 2);
  }
}
