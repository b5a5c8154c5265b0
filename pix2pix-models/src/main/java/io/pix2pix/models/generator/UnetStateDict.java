package io.pix2pix.models.generator;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.api.pytorch.StateDictShapes;
import io.pix2pix.api.pytorch.PytorchCompatible.Detected;
import io.pix2pix.models.pytorch.StateDictSettings;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import java.util.Optional;

/**
 * How the public PyTorch port builds its U-Net: each level is a block that holds the next inner one
 * between its convolution and its transposed convolution.
 */
final class UnetStateDict {
  private static final String FIRST = "model.model.0";
  private static final String LAST = "model.model.3";
  private static final int KERNEL = 4;
  private static final int MOST_LEVELS = 12;

  private UnetStateDict() {}

  /**
   * What its layers are called.
   *
   * @throws IllegalArgumentException if a setting is one that the port does not have
   */
  static StateDictLayers layers(Unet unet) {
    StateDictSettings.refuseSpectral(unet.spectralNormalization());
    StateDictSettings.requireTransposed(unet.upsampling(), KERNEL);
    checkArgument(
        unet.disabledSkips().isEmpty(), "disabledSkips: the PyTorch port severs none; it must be []");
    return StateDictSettings.layers(unet.normalization(), names(unet.levels()), "decoder1");
  }

  /** The U-Net of a file, if it holds one. */
  static Optional<Detected<Generator>> in(StateDictShapes tensors, double dropout) {
    var first = FIRST + ".weight";
    var last = LAST + ".weight";
    if (!tensors.hasKernel(first, KERNEL)
        || !tensors.hasKernel(last, KERNEL)
        || !tensors.hasKernel(convolution(2) + ".weight", KERNEL)) {
      return Optional.empty();
    }
    int levels = levels(tensors);
    var names = names(levels);
    var unet =
        new Unet(
            levels,
            tensors.length(first, 0),
            StateDictSettings.normalization(
                tensors, convolution(2), names.getOrDefault("decoder2/normalization", "")),
            dropout,
            DropoutPlacement.PORT,
            new TransposedUpsampling(KERNEL),
            ImmutableList.of(),
            false);
    return Optional.of(new Detected<>(unet, tensors.length(first, 1), tensors.length(last, 1)));
  }

  private static int levels(StateDictShapes tensors) {
    int levels = 2;
    while (levels < MOST_LEVELS && tensors.has(convolution(levels + 1) + ".weight")) {
      levels++;
    }
    return levels;
  }

  /** Our layer to the port's. */
  private static ImmutableMap<String, String> names(int levels) {
    var names = ImmutableMap.<String, String>builder();
    names.put("encoder1", FIRST).put("decoder1", LAST);
    for (int level = 2; level <= levels; level++) {
      var block = block(level);
      // The innermost block normalizes nothing on its way down.
      int up = level == levels ? 3 : 5;
      names.put("encoder" + level, convolution(level));
      if (level < levels) {
        names.put("encoder" + level + "/normalization", block + "2");
      }
      names.put("decoder" + level, block + up);
      names.put("decoder" + level + "/normalization", block + (up + 1));
    }
    return names.buildOrThrow();
  }

  private static String convolution(int level) {
    return block(level) + "1";
  }

  private static String block(int level) {
    return "model.model.1.model." + "3.model.".repeat(level - 2);
  }
}
