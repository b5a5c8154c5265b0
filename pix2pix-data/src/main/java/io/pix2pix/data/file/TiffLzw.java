package io.pix2pix.data.file;

import com.google.common.io.ByteSource;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.lang.reflect.Array;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

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
   * Checks all strips or tiles of the first page.
   *
   * @throws IIOException if one is damaged
   */
  static void check(ByteSource contents) throws IOException {
    try (var bytes = contents.openStream();
        var stream = new MemoryCacheImageInputStream(bytes)) {
      var tags = ((CompoundDirectory) new TIFFReader().read(stream)).getDirectory(0);
      boolean isTiled = tags.getEntryById(TIFF.TAG_TILE_OFFSETS) != null;
      var offsets = numbers(tags, isTiled ? TIFF.TAG_TILE_OFFSETS : TIFF.TAG_STRIP_OFFSETS);
      var counts = numbers(tags, isTiled ? TIFF.TAG_TILE_BYTE_COUNTS : TIFF.TAG_STRIP_BYTE_COUNTS);
      for (int i = 0; i < Math.min(offsets.length, counts.length); i++) {
        stream.seek(offsets[i]);
        check(stream, 8 * counts[i]);
      }
    }
  }

  private static long[] numbers(Directory tags, int tag) {
    var entry = tags.getEntryById(tag);
    var value = entry == null ? new long[0] : entry.getValue();
    if (value instanceof Number number) {
      return new long[] {number.longValue()};
    }
    var numbers = new long[Array.getLength(value)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ((Number) Array.get(value, i)).longValue();
    }
    return numbers;
  }

  private static void check(ImageInputStream stream, long bits) throws IOException {
    long left = bits;
    int width = LEAST_BITS;
    int next = FIRST;
    boolean begins = true;
    boolean isFirst = true;
    while (left >= width) {
      int code = (int) stream.readBits(width);
      left -= width;
      if (isFirst && code != CLEAR) {
        return; // An older form, with its bits in another order.
      }
      isFirst = false;
      if (code == END) {
        return;
      } else if (code == CLEAR) {
        width = LEAST_BITS;
        next = FIRST;
        begins = true;
      } else if (code > next || (begins && code >= CLEAR)) {
        throw new IIOException("its LZW data holds a code that nothing stands for");
      } else if (begins) {
        begins = false;
      } else {
        next++;
        width = next >= (1 << width) - 1 ? Math.min(MOST_BITS, width + 1) : width;
      }
    }
  }
}
