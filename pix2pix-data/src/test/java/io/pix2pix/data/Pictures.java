package io.pix2pix.data;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Small images and files for tests. */
public final class Pictures {
  private Pictures() {}

  /** An image whose values rise evenly from -1 to 1. */
  public static Image ramp(int height, int width) {
    var shape = new ImageShape(height, width, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(255f * i / values.length) / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }

  /** An image of one value. */
  public static Image plain(int height, int width, float value) {
    var shape = new ImageShape(height, width, 3);
    var values = new float[shape.size()];
    Arrays.fill(values, value);
    return Image.owning(shape, values);
  }

  /** An image of which no value tells the next one; always the same. */
  public static Image noise(int height, int width) {
    var shape = new ImageShape(height, width, 3);
    var random = new SplittableRandom(1);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256) / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }

  /** Writes a ramp, and makes the folder it is in. */
  public static Path write(Path file, int height, int width) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ImageFiles.write(file, ramp(height, width));
    return file;
  }

  /** Cuts a file short: leaves a share of its bytes. */
  public static Path truncate(Path file, double share) {
    try {
      byte[] contents = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(contents, (int) (contents.length * share)));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
