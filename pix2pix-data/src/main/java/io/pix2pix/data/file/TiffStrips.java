package io.pix2pix.data.file;

import com.google.common.primitives.ImmutableLongArray;
import com.twelvemonkeys.imageio.metadata.Directory;
import java.lang.reflect.Array;
import javax.imageio.IIOException;

/**
 * Where the pixels of a TIFF page lie, and how many bytes they are.
 *
 * @param offsets of strips or tiles in the file
 * @param packed bytes of each as it lies there
 * @param rowBytes of one row of a strip or tile, unpacked
 * @param rows of a strip or tile
 * @param lastRows of the last strip of each plane
 * @param ofPlane how many strips or tiles are in a plane
 */
record TiffStrips(
    ImmutableLongArray offsets,
    ImmutableLongArray packed,
    long rowBytes,
    long rows,
    long lastRows,
    long ofPlane) {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES = 277;
  private static final int ROWS_OF_STRIP = 278;
  private static final int STRIP_BYTES = 279;
  private static final int PLANES = 284;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;

  /** Of which colors may lie less densely than brightness. */
  private static final int YCBCR = 6;

  static TiffStrips of(Directory page) {
    boolean isTiled = numbers(page, TILE_OFFSETS).length() > 0;
    long height = number(page, HEIGHT, 0);
    long rows = isTiled ? number(page, TILE_HEIGHT, 1) : number(page, ROWS_OF_STRIP, height);
    rows = Math.max(1, isTiled ? rows : Math.min(rows, height));
    long ofPlane = isTiled ? 1 : (height + rows - 1) / rows;
    return new TiffStrips(
        numbers(page, isTiled ? TILE_OFFSETS : STRIP_OFFSETS),
        numbers(page, isTiled ? TILE_BYTES : STRIP_BYTES),
        rowBytes(page, number(page, isTiled ? TILE_WIDTH : WIDTH, 0)),
        rows,
        isTiled ? rows : height - (ofPlane - 1) * rows,
        Math.max(1, ofPlane));
  }

  /** 0 where nobody knows. */
  private static long rowBytes(Directory page, long width) {
    long samples = number(page, PLANES, 1) == 1 ? number(page, SAMPLES, 1) : 1;
    var bits = numbers(page, BITS);
    boolean areEqual = bits.stream().distinct().count() <= 1;
    return number(page, PHOTOMETRIC, 0) == YCBCR || !areEqual
        ? 0
        : (width * samples * number(page, BITS, 1) + 7) / 8;
  }

  int count() {
    return Math.min(offsets.length(), packed.length());
  }

  long offset(int index) {
    return offsets.get(index);
  }

  /** As it lies in the file. */
  long bytes(int index) {
    return packed.get(index);
  }

  /** Of one whole strip or tile; without limit where nobody knows. */
  long unpackedBytes() {
    return rowBytes > 0 ? rowBytes * rows : Long.MAX_VALUE;
  }

  /**
   * Compares the unpacked bytes of a strip or tile with its pixels. The last strip may be filled
   * up.
   *
   * @param unpacked how many there are; negative if nobody knows
   * @throws IIOException if there are more or less
   */
  void requireLength(int index, long unpacked) throws IIOException {
    boolean isLast = index % ofPlane == ofPlane - 1;
    long expected = rowBytes * (isLast ? lastRows : rows);
    boolean isFull = unpacked == rowBytes * rows;
    if (rowBytes > 0 && unpacked >= 0 && unpacked != expected && !(isLast && isFull)) {
      throw new IIOException(
          "its part %d unpacks to %d bytes, not %d".formatted(index, unpacked, expected));
    }
  }

  private static long number(Directory page, int tag, long otherwise) {
    var found = numbers(page, tag);
    return found.isEmpty() ? otherwise : found.get(0);
  }

  private static ImmutableLongArray numbers(Directory page, int tag) {
    var entry = page.getEntryById(tag);
    var value = entry == null ? new long[0] : entry.getValue();
    if (value instanceof Number number) {
      return ImmutableLongArray.of(number.longValue());
    }
    var numbers = ImmutableLongArray.builder();
    for (int i = 0; i < Array.getLength(value); i++) {
      numbers.add(((Number) Array.get(value, i)).longValue());
    }
    return numbers.build();
  }
}
