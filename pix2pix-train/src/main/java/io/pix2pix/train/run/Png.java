package io.pix2pix.train.run;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as the bytes of a PNG file. */
public final class Png {
  private Png() {}

  /** The bytes of a PNG file. */
  public static byte[] encode(BufferedImage picture) {
    var bytes = new ByteArrayOutputStream();
    // Given a plain stream, ImageIO would go by way of a file in the system's temporary folder.
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    }
    return bytes.toByteArray();
  }
}
