package io.pix2pix.cli.golden;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.models.generator.DropoutPlacement;
import io.pix2pix.models.generator.Unet;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import io.pix2pix.testing.Provided;
import io.pix2pix.train.weights.SafetensorsReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Finds reference files: in the folder that the property {@code pix2pix.goldens} names, or among
 * the test resources.
 */
final class Goldens {
  private Goldens() {}

  /** Opens a reference file; a test is skipped if the folder has none of that name. */
  static SafetensorsReader open(String name) {
    return SafetensorsReader.open(file(name));
  }

  /** A reference file; a test is skipped if the folder has none of that name. */
  static Path file(String name) {
    var file = folder().resolve(name);
    Provided.require(
        Files.exists(file), "needs " + name + " in the folder that -Dpix2pix.goldens names");
    return file;
  }

  static Normalization normalization(SafetensorsReader golden) {
    var name = golden.metadata().getOrDefault("norm", "batch");
    return switch (name) {
      case "batch" -> new BatchNormalization(1e-5);
      case "instance" -> new InstanceNormalization(1e-5);
      default -> throw new IllegalArgumentException("norm " + name + "; known: batch, instance");
    };
  }

  /** The port's generator, without noise. */
  static Unet unet(int levels, int filters, Normalization normalization) {
    return new Unet(
        levels,
        filters,
        normalization,
        0,
        DropoutPlacement.PORT,
        new TransposedUpsampling(4),
        ImmutableList.of(),
        false);
  }

  /** The value of a tensor as {@code [n, h, w, c]}, from PyTorch's {@code [n, c, h, w]}. */
  static float[] images(SafetensorsReader golden, String name) {
    return Layouts.transpose(golden.floats(name), golden.shape(name), 0, 2, 3, 1);
  }

  /** The shape of a tensor as {@code [n, h, w, c]}. */
  static Shape imageShape(SafetensorsReader golden, String name) {
    var shape = golden.shape(name);
    return Shape.of(shape.get(0), shape.get(2), shape.get(3), shape.get(1));
  }

  static int number(SafetensorsReader golden, String key) {
    return Integer.parseInt(golden.metadata().getOrDefault(key, "3"));
  }

  private static Path folder() {
    var property = System.getProperty("pix2pix.goldens");
    if (property != null) {
      var folder = Path.of(System.getProperty("pix2pix.root", "")).resolve(property);
      checkArgument(Files.isDirectory(folder), "pix2pix.goldens: %s is not a folder", folder);
      return folder;
    }
    try {
      var resource = Goldens.class.getResource("/goldens/trajectory.safetensors");
      return Path.of(Objects.requireNonNull(resource).toURI()).resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
