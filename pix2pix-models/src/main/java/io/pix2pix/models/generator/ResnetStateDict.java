package io.pix2pix.models.generator;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.api.pytorch.StateDictShapes;
import io.pix2pix.api.pytorch.PytorchCompatible.Detected;
import io.pix2pix.models.pytorch.StateDictSettings;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import java.util.Optional;

/**
 * How the public PyTorch port numbers the layers of its ResNet: paddings, activations and dropout
 * count too, so that dropout moves the second convolution of each block by one.
 */
final class ResnetStateDict {
  private static final int FIRST_BLOCK = 10;
  private static final int LAST_AFTER_BLOCKS = 7;
  private static final int UPSAMPLING_KERNEL = 3;
  private static final double USUAL_DROPOUT = 0.5;

  private ResnetStateDict() {}

  /**
   * What its layers are called.
   *
   * @throws IllegalArgumentException if a setting is one that the port does not have
   */
  static StateDictLayers layers(Resnet resnet) {
    StateDictSettings.refuseSpectral(resnet.spectralNormalization());
    StateDictSettings.requireTransposed(resnet.upsampling(), UPSAMPLING_KERNEL);
    var names = names(resnet.blocks(), resnet.dropout() > 0);
    return StateDictSettings.layers(resnet.normalization(), names, "last");
  }

  /** The ResNet of a file, if it holds one. */
  static Optional<Detected<Generator>> in(StateDictShapes tensors, double dropout) {
    int blocks = blocks(tensors);
    var last = "model." + (FIRST_BLOCK + blocks + LAST_AFTER_BLOCKS) + ".weight";
    if (blocks == 0 || !tensors.hasKernel("model.1.weight", 7) || !tensors.hasKernel(last, 7)) {
      return Optional.empty();
    }
    boolean drops = tensors.hasKernel(block(1) + "6.weight", 3);
    var resnet =
        new Resnet(
            blocks,
            tensors.length("model.1.weight", 0),
            StateDictSettings.normalization(tensors, "model.1", "model.2"),
            drops ? dropout > 0 ? dropout : USUAL_DROPOUT : 0,
            new TransposedUpsampling(UPSAMPLING_KERNEL),
            false);
    return Optional.of(
        new Detected<>(resnet, tensors.length("model.1.weight", 1), tensors.length(last, 0)));
  }

  private static int blocks(StateDictShapes tensors) {
    int blocks = 0;
    while (tensors.hasKernel(block(blocks + 1) + "1.weight", 3)) {
      blocks++;
    }
    return blocks;
  }

  /** Our layer to the port's. */
  private static ImmutableMap<String, String> names(int blocks, boolean drops) {
    var names = ImmutableMap.<String, String>builder();
    normalized(names, "first", "model.", 1);
    normalized(names, "down1", "model.", 4);
    normalized(names, "down2", "model.", 7);
    for (int i = 1; i <= blocks; i++) {
      normalized(names, "block" + i + "/convolution1", block(i), 1);
      normalized(names, "block" + i + "/convolution2", block(i), drops ? 6 : 5);
    }
    normalized(names, "up1", "model.", FIRST_BLOCK + blocks);
    normalized(names, "up2", "model.", FIRST_BLOCK + blocks + 3);
    names.put("last", "model." + (FIRST_BLOCK + blocks + LAST_AFTER_BLOCKS));
    return names.buildOrThrow();
  }

  private static void normalized(
      ImmutableMap.Builder<String, String> names, String layer, String port, int number) {
    names.put(layer, port + number).put(layer + "/normalization", port + (number + 1));
  }

  private static String block(int number) {
    return "model." + (FIRST_BLOCK + number - 1) + ".conv_block.";
  }
}
