package io.pix2pix.data.file;

import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * Looks for codes that no encoder of LZW writes: readers make wrong pixels of them without a word.
 */
final class TiffLzw {
  /** The number of this compression. */
  static final int COMPRESSION = 5;

  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST = 258;
  private static final int LEAST_BITS = 9;
  private static final int MOST_BITS = 12;

  private TiffLzw() {}

  /**
   * The bytes that a strip or tile unpacks to.
   *
   * @param stream at its start
   * @param bytes that it has
   * @return -1 if nobody knows, as it is of an older form
   * @throws IIOException if it is damaged
   */
  static long unpackedLength(ImageInputStream stream, long bytes) throws IOException {
    int[] lengths = new int[1 << MOST_BITS];
    Arrays.fill(lengths, 0, CLEAR, 1);
    long left = 8 * bytes;
    long unpacked = 0;
    int width = LEAST_BITS;
    int next = FIRST;
    int before = CLEAR;
    boolean isFirst = true;
    while (left >= width) {
      int code = (int) stream.readBits(width);
      left -= width;
      if (isFirst && code != CLEAR) {
        return -1; // Its bits are in another order.
      }
      isFirst = false;
      if (code == END) {
        return unpacked;
      } else if (code == CLEAR) {
        width = LEAST_BITS;
        next = FIRST;
      } else if (code > next || (before == CLEAR && code >= CLEAR)) {
        throw new IIOException("its LZW data holds a code that nothing stands for");
      } else if (before != CLEAR) {
        if (next < lengths.length) {
          lengths[next] = lengths[before] + 1;
        }
        next++;
        width = next >= (1 << width) - 1 ? Math.min(MOST_BITS, width + 1) : width;
      }
      unpacked += code == CLEAR ? 0 : lengths[code];
      before = code;
    }
    return unpacked;
  }
}
