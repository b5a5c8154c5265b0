package io.pix2pix.data.file;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Packed text in PNG files. The reader unpacks it though nobody asks for it, and two megabytes of
 * it can become two gigabytes.
 */
final class PngText {
  private static final ImmutableSet<String> PACKED = ImmutableSet.of("zTXt", "iTXt");
  private static final String PIXELS = "IDAT";
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;

  /** Length and name before what a chunk holds, and its checksum after it. */
  private static final int AROUND = 12;

  private static final int CHECKSUM = 4;

  private PngText() {}

  /** Whether a file is PNG and holds such text before its pixels: readers look no further. */
  static boolean isIn(ByteSource contents) throws IOException {
    try (var chunks = new DataInputStream(contents.openStream())) {
      if (chunks.readLong() != SIGNATURE) {
        return false;
      }
      while (true) {
        long length = Integer.toUnsignedLong(chunks.readInt());
        var name = name(chunks.readNBytes(Integer.BYTES), 0);
        if (PACKED.contains(name) || name.equals(PIXELS)) {
          return PACKED.contains(name);
        }
        chunks.skipNBytes(length + CHECKSUM);
      }
    } catch (EOFException e) {
      return false;
    }
  }

  /** A file whose text has other names, so that readers pass over it. */
  static ByteSource hidden(ByteSource contents) throws IOException {
    byte[] bytes = contents.read();
    var file = ByteBuffer.wrap(bytes);
    for (long at = Long.BYTES; at + AROUND <= bytes.length; ) {
      int start = (int) at;
      int name = start + Integer.BYTES;
      if (PACKED.contains(name(bytes, name))) {
        bytes[name] = 'x';
      }
      at += Integer.toUnsignedLong(file.getInt(start)) + AROUND;
    }
    return ByteSource.wrap(bytes);
  }

  private static String name(byte[] bytes, int start) {
    int length = Math.min(Integer.BYTES, bytes.length - start);
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }
}
