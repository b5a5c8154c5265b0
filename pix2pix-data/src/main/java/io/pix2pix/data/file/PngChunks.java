package io.pix2pix.data.file;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import com.google.common.primitives.Longs;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.imageio.IIOException;

/**
 * The chunks of a PNG file. Java's reader never looks at their checksums, and makes wrong pixels of
 * a flipped bit.
 */
public final class PngChunks {
  private static final long START = 0x89504e470d0a1a0aL;
  private static final String LAST = "IEND";

  private PngChunks() {}

  /** Whether a file is there, is a PNG file with its end, and has no checksum that is wrong. */
  public static boolean areWhole(Path file) {
    try {
      var contents = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
      return isPng(contents) && EndMarker.has(contents) && hold(contents);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether no checksum is wrong. Files of other formats have none, and what follows the last whole
   * chunk is left to decoders.
   */
  public static boolean hold(byte[] contents) {
    if (!isPng(contents)) {
      return true;
    }
    try {
      checked(ByteSource.wrap(contents));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isPng(byte[] contents) {
    return contents.length >= Long.BYTES && Longs.fromByteArray(contents) == START;
  }

  /**
   * The names of all chunks, once the checksums were compared of those that pixels need: their
   * names begin with a capital letter.
   *
   * @throws IIOException if a checksum is wrong
   */
  static ImmutableSet<String> checked(ByteSource contents) throws IOException {
    var names = ImmutableSet.<String>builder();
    try (var stream = contents.openBufferedStream()) {
      stream.skipNBytes(Long.BYTES);
      var found = new CRC32();
      var chunks = new DataInputStream(new CheckedInputStream(stream, found));
      for (var name = ""; !name.equals(LAST); ) {
        long length = Integer.toUnsignedLong(chunks.readInt());
        found.reset();
        name = new String(chunks.readNBytes(4), StandardCharsets.ISO_8859_1);
        names.add(name);
        skip(chunks, length);
        int expected = (int) found.getValue();
        if (chunks.readInt() != expected && isNeeded(name)) {
          throw new IIOException("the checksum of its chunk " + name + " is wrong");
        }
      }
    } catch (EOFException e) {
      // Whether pixels are missing, the reader tells.
      return names.build();
    }
    return names.build();
  }

  /** Reads on: skipped bytes would not count. */
  private static void skip(DataInputStream chunks, long length) throws IOException {
    var buffer = new byte[(int) Math.min(length, 1 << 16)];
    for (long left = length; left > 0; ) {
      int read = chunks.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException();
      }
      left -= read;
    }
  }

  private static boolean isNeeded(String name) {
    return Character.isUpperCase(name.charAt(0));
  }
}
