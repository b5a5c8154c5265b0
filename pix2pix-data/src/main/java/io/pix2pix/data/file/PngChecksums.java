package io.pix2pix.data.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * The checksum that every chunk of a PNG file ends with. Java's decoder passes over them, and shows
 * other pixels where a bit is wrong.
 */
public final class PngChecksums {
  private static final long START = 0x89504e470d0a1a0aL;

  private PngChecksums() {}

  /** Whether a file is there, is a PNG file with its end, and has no checksum that differs. */
  public static boolean isWhole(Path file) {
    try {
      var contents = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
      return EndMarker.has(contents) && hold(contents);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether a file has none that differs. Files of other formats have none, and what follows the
   * last whole chunk is left to decoders.
   */
  public static boolean hold(byte[] contents) {
    var bytes = ByteBuffer.wrap(contents);
    if (bytes.remaining() < Long.BYTES || bytes.getLong() != START) {
      return true;
    }
    while (bytes.remaining() >= Long.BYTES + Integer.BYTES) {
      long length = Integer.BYTES + Integer.toUnsignedLong(bytes.getInt()); // with the name
      if (length + Integer.BYTES > bytes.remaining()) {
        return true;
      }
      var sum = new CRC32();
      sum.update(contents, bytes.position(), (int) length);
      bytes.position(bytes.position() + (int) length);
      if ((int) sum.getValue() != bytes.getInt()) {
        return false;
      }
    }
    return true;
  }
}
