package io.pix2pix.data.file;

import com.google.common.io.ByteSource;
import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.util.Arrays;

/** Tells from its first and last bytes that an image file is complete. */
final class EndMarker {
  private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8};
  private static final byte[] JPEG_END = {(byte) 0xff, (byte) 0xd9};
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G'};
  private static final byte[] PNG_END =
      Bytes.concat(
          new byte[] {0, 0, 0, 0, 'I', 'E', 'N', 'D'},
          new byte[] {(byte) 0xae, 0x42, 0x60, (byte) 0x82});

  private EndMarker() {}

  /** Whether it ends as a complete file does; if not, it may still be complete. */
  static boolean has(byte[] contents) {
    return encloses(JPEG_START, contents, JPEG_END) || encloses(PNG_START, contents, PNG_END);
  }

  /**
   * Whether a file is of a format that ends in such a way, but does not. Reads a few bytes only.
   *
   * @param size of the file, in bytes
   */
  static boolean isMissing(ByteSource contents, long size) throws IOException {
    var start = contents.slice(0, PNG_START.length).read();
    boolean hasEnd = startsWith(start, JPEG_START) || startsWith(start, PNG_START);
    long last = Math.max(0, size - PNG_END.length);
    return hasEnd && !has(Bytes.concat(start, contents.slice(last, PNG_END.length).read()));
  }

  private static boolean startsWith(byte[] contents, byte[] start) {
    return Arrays.equals(start, Arrays.copyOf(contents, start.length));
  }

  private static boolean encloses(byte[] start, byte[] contents, byte[] end) {
    int last = contents.length - end.length;
    return last >= start.length
        && Arrays.equals(start, 0, start.length, contents, 0, start.length)
        && Arrays.equals(end, 0, end.length, contents, last, contents.length);
  }
}
