package io.pix2pix.models.generator;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Normalization;
import io.pix2pix.api.port.PortTensors;
import io.pix2pix.models.normalization.PortNormalization;

/**
 * How the public PyTorch port builds its U-Net: each level is a block that holds the next inner one
 * between its convolution and its transposed convolution.
 */
final class UnetOfPort {
  static final String FIRST = "model.model.0.weight";
  static final String LAST = "model.model.3.weight";
  private static final int KERNEL = 4;
  private static final int MOST_LEVELS = 12;

  private UnetOfPort() {}

  /** Our layer to the port's. */
  static ImmutableMap<String, String> names(int levels) {
    var names = ImmutableMap.<String, String>builder();
    names.put("encoder1", "model.model.0").put("decoder1", "model.model.3");
    for (int level = 2; level <= levels; level++) {
      var block = block(level);
      // The innermost block normalises nothing on its way down.
      int up = level == levels ? 3 : 5;
      names.put("encoder" + level, block + "1");
      if (level < levels) {
        names.put("encoder" + level + "/normalization", block + "2");
      }
      names.put("decoder" + level, block + up);
      names.put("decoder" + level + "/normalization", block + (up + 1));
    }
    return names.buildOrThrow();
  }

  /** Whether a file holds one. */
  static boolean isIn(PortTensors tensors) {
    return tensors.hasKernel(FIRST, KERNEL)
        && tensors.hasKernel(LAST, KERNEL)
        && tensors.hasKernel(block(2) + "1.weight", KERNEL);
  }

  static int levels(PortTensors tensors) {
    int levels = 2;
    while (levels < MOST_LEVELS && tensors.has(block(levels + 1) + "1.weight")) {
      levels++;
    }
    return levels;
  }

  static Normalization normalization(PortTensors tensors) {
    var names = names(levels(tensors));
    return PortNormalization.of(
        tensors, block(2) + "1", String.valueOf(names.get("decoder2/normalization")));
  }

  private static String block(int level) {
    return "model.model.1.model." + "3.model.".repeat(level - 2);
  }
}
