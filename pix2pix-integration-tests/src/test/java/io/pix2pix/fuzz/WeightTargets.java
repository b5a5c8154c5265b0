package io.pix2pix.fuzz;

import com.google.common.collect.ImmutableList;
import io.pix2pix.train.exchange.WeightFiles;
import io.pix2pix.train.weights.SafetensorsReader;
import java.nio.file.Path;

/** Files of weights that came from elsewhere. */
final class WeightTargets {
  private WeightTargets() {}

  static ImmutableList<FuzzTarget> all() {
    return ImmutableList.of(
        new FuzzTarget("pth", "weights.pth", WeightTargets::weights),
        new FuzzTarget("safetensors", "weights.safetensors", WeightTargets::safetensors));
  }

  private static void weights(Path file) {
    try (var weights = WeightFiles.open(file)) {
      for (var name : weights.names()) {
        if (weights.shape(name).stream().allMatch(length -> length >= 0)) {
          weights.floats(name);
        }
      }
    }
  }

  private static void safetensors(Path file) {
    try (var weights = SafetensorsReader.open(file)) {
      for (var name : weights.names()) {
        if (weights.shape(name).stream().anyMatch(length -> length < 0)) {
          throw new AssertionError(name + " has a negative length");
        }
      }
      weights.verify();
      weights.names().forEach(weights::floats);
    }
  }
}
