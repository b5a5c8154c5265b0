package io.pix2pix.data.file;

import com.google.common.primitives.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files of one row, written by hand. */
final class PngBytes {
  static final int GRAY = 0;
  static final int RGB = 2;
  static final int PALETTE = 3;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private PngBytes() {}

  /**
   * A file, whose pixels are not compressed.
   *
   * @param width pixels of the row
   * @param depth bits of a number
   * @param color what numbers mean
   * @param row its bytes
   * @param more chunks before the pixels
   */
  static byte[] of(int width, int depth, int color, byte[] row, byte[]... more) {
    var head = ByteBuffer.allocate(13).putInt(width).putInt(1).put((byte) depth).put((byte) color);
    return Bytes.concat(
        SIGNATURE,
        chunk("IHDR", head.array()),
        Bytes.concat(more),
        chunk("IDAT", stored(Bytes.concat(new byte[1], row))),
        chunk("IEND", new byte[0]));
  }

  /** Packed with Deflate, as it is. */
  static byte[] stored(byte[] rows) {
    var deflater = new Deflater(Deflater.NO_COMPRESSION);
    deflater.setInput(rows);
    deflater.finish();
    var to = new byte[rows.length + 100];
    int length = deflater.deflate(to);
    deflater.end();
    return Arrays.copyOf(to, length);
  }

  /** A chunk with its checksum. */
  static byte[] chunk(String name, byte[] data) {
    var named = Bytes.concat(name.getBytes(StandardCharsets.US_ASCII), data);
    var sum = new CRC32();
    sum.update(named);
    return ByteBuffer.allocate(named.length + 8)
        .putInt(data.length)
        .put(named)
        .putInt((int) sum.getValue())
        .array();
  }
}
