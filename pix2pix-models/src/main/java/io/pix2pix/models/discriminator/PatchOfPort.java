package io.pix2pix.models.discriminator;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Normalization;
import io.pix2pix.api.port.PortLayers;
import io.pix2pix.api.port.PortTensors;
import io.pix2pix.models.normalization.PortNormalization;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** How the public PyTorch port numbers the layers of its PatchGAN. */
final class PatchOfPort {
  static final String FIRST = "model.0.weight";
  private static final int KERNEL = 4;
  private static final int MOST_HALVINGS = 6;

  private PatchOfPort() {}

  static PortLayers layers(int halvings, Normalization normalization) {
    var names = ImmutableMap.<String, String>builder();
    names.put("layer1", "model.0");
    for (int layer = 2; layer <= halvings + 1; layer++) {
      names.put("layer" + layer, "model." + (3 * layer - 4));
      names.put("layer" + layer + "/normalization", "model." + (3 * layer - 3));
    }
    names.put("logits", "model." + last(halvings));
    return PortNormalization.layers(normalization, names.buildOrThrow(), "layer1", "logits");
  }

  /** How many layers of stride 2 the PatchGAN of a file has, if it holds one. */
  static OptionalInt halvings(PortTensors tensors) {
    if (!tensors.hasKernel(FIRST, KERNEL)) {
      return OptionalInt.empty();
    }
    return IntStream.rangeClosed(1, MOST_HALVINGS)
        .filter(halvings -> isLast(tensors, "model." + last(halvings) + ".weight"))
        .findFirst();
  }

  static Normalization normalization(PortTensors tensors) {
    return PortNormalization.of(tensors, "model.2", "model.3");
  }

  private static boolean isLast(PortTensors tensors, String name) {
    return tensors.hasKernel(name, KERNEL) && tensors.length(name, 0) == 1;
  }

  private static int last(int halvings) {
    return 3 * halvings + 2;
  }
}
