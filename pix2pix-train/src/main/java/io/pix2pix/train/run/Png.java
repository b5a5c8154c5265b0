package io.pix2pix.train.run;

import static com.google.common.base.Preconditions.checkArgument;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG files. */
public final class Png {
  private Png() {}

  /**
   * Writes or replaces a PNG file: whole, or not at all.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be written
   */
  public static void write(Path file, BufferedImage picture) {
    AtomicFiles.write(file, encode(picture));
  }

  /** The bytes of a PNG file. */
  public static byte[] encode(BufferedImage picture) {
    var bytes = new ByteArrayOutputStream();
    // Given a plain stream, ImageIO would go by way of a file in the system's temporary folder.
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      checkArgument(ImageIO.write(picture, "png", out), "no PNG encoder takes %s", picture);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    }
    return bytes.toByteArray();
  }
}
