package io.pix2pix.models.discriminator;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.api.pytorch.StateDictShapes;
import io.pix2pix.api.pytorch.PytorchCompatible.Detected;
import io.pix2pix.models.pytorch.StateDictSettings;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the public PyTorch port numbers the layers of its PatchGAN. */
final class PatchGanStateDict {
  private static final String FIRST = "model.0.weight";
  private static final int KERNEL = 4;
  private static final int MOST_HALVINGS = 6;

  private PatchGanStateDict() {}

  /**
   * What its layers are called.
   *
   * @throws IllegalArgumentException if a setting is one that the port does not have
   */
  static StateDictLayers layers(
      int receptiveField, Normalization normalization, boolean spectralNormalization) {
    StateDictSettings.refuseSpectral(spectralNormalization);
    int halvings = StackedConvolutions.layersFor(receptiveField);
    var names = ImmutableMap.<String, String>builder();
    names.put("layer1", "model.0");
    for (int layer = 2; layer <= halvings + 1; layer++) {
      names.put("layer" + layer, "model." + (3 * layer - 4));
      names.put("layer" + layer + "/normalization", "model." + (3 * layer - 3));
    }
    names.put("logits", last(halvings));
    return StateDictSettings.layers(normalization, names.buildOrThrow(), "layer1", "logits");
  }

  /** The PatchGAN of a file, if it holds one. */
  static Optional<Detected<Discriminator>> in(StateDictShapes tensors, boolean conditional) {
    if (!tensors.hasKernel(FIRST, KERNEL)) {
      return Optional.empty();
    }
    return IntStream.rangeClosed(1, MOST_HALVINGS)
        .filter(halvings -> givesLogits(tensors, last(halvings) + ".weight"))
        .boxed()
        .findFirst()
        .map(halvings -> StackedConvolutions.receptiveField(halvings))
        .map(field -> new Detected<>(patch(tensors, field, conditional), in(tensors), 1));
  }

  private static Discriminator patch(StateDictShapes tensors, int receptiveField, boolean conditional) {
    return new PatchGan(
        receptiveField,
        tensors.length(FIRST, 0),
        conditional,
        StateDictSettings.normalization(tensors, "model.2", "model.3"),
        false);
  }

  private static int in(StateDictShapes tensors) {
    return tensors.length(FIRST, 1);
  }

  private static boolean givesLogits(StateDictShapes tensors, String name) {
    return tensors.hasKernel(name, KERNEL) && tensors.length(name, 0) == 1;
  }

  private static String last(int halvings) {
    return "model." + (3 * halvings + 2);
  }
}
