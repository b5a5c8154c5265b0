package io.pix2pix.cli.golden;

import com.google.common.collect.ImmutableMap;

/** What the layers of our networks are called in the PyTorch port's {@code state_dict}. */
final class PortNames {
  private PortNames() {}

  /** Our layer to the port's, for a U-Net. */
  static ImmutableMap<String, String> unet(int levels) {
    var names = ImmutableMap.<String, String>builder();
    names.put("encoder1", "model.model.0").put("decoder1", "model.model.3");
    var path = "model.model.1.model.";
    for (int level = 2; level <= levels; level++) {
      int up = level == levels ? 3 : 5;
      names.put("encoder" + level, path + "1");
      names.put("encoder" + level + "/normalization", path + "2");
      names.put("decoder" + level, path + up);
      names.put("decoder" + level + "/normalization", path + (up + 1));
      path += "3.model.";
    }
    return names.buildOrThrow();
  }

  /** Our layer to the port's, for a PatchGAN. */
  static ImmutableMap<String, String> patch(int halvings) {
    var names = ImmutableMap.<String, String>builder();
    names.put("layer1", "model.0");
    for (int layer = 2; layer <= halvings + 1; layer++) {
      names.put("layer" + layer, "model." + (3 * layer - 4));
      names.put("layer" + layer + "/normalization", "model." + (3 * layer - 3));
    }
    return names.put("logits", "model." + (3 * halvings + 2)).buildOrThrow();
  }

  /** Our layer to the port's, for a PixelGAN. */
  static ImmutableMap<String, String> pixel() {
    return ImmutableMap.of(
        "layer1", "net.0", "layer2", "net.2", "layer2/normalization", "net.3", "logits", "net.5");
  }
}
