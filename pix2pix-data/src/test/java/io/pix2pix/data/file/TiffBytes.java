package io.pix2pix.data.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** TIFF files of one gray row, written by hand. */
final class TiffBytes {
  private static final int HEAD = 8;
  private static final int ENTRY = 12;

  private TiffBytes() {}

  /**
   * A file.
   *
   * @param width pixels of the row
   * @param bits of each
   * @param format 1 unsigned, 2 signed, 3 floating-point
   * @param samples their bytes, the lowest first
   * @param more tags by number, whose value is one number
   */
  static byte[] of(
      int width, int bits, int format, ByteBuffer samples, Map<Integer, Integer> more) {
    var tags = new TreeMap<Integer, Integer>();
    tags.putAll(Map.of(256, width, 257, 1, 258, bits, 259, 1, 262, 1, 277, 1, 278, 1, 339, format));
    int data = HEAD + 2 + ENTRY * (tags.size() + 2 + missing(tags, more)) + 4;
    tags.put(273, data);
    tags.put(279, samples.capacity());
    tags.putAll(more);
    var bytes = new byte[data + samples.capacity()];
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEAD);
    file.putShort((short) tags.size());
    tags.forEach(
        (tag, value) ->
            file.putShort(tag.shortValue()).putShort((short) 4).putInt(1).putInt(value));
    file.putInt(0).put(samples.clear());
    return bytes;
  }

  private static int missing(Map<Integer, Integer> tags, Map<Integer, Integer> more) {
    return (int) more.keySet().stream().filter(tag -> !tags.containsKey(tag)).count();
  }

  /** Space for samples. */
  static ByteBuffer samples(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
