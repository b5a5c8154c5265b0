package io.pix2pix.data.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Strings;
import io.pix2pix.api.image.Image;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes NumPy arrays: {@code [h, w]} of one channel, else {@code [h, w, c]}, little-endian. */
final class NpyWriter {
  private static final int BEFORE_HEAD = 10;
  private static final int ALIGNMENT = 64;

  private NpyWriter() {}

  /**
   * Writes an array.
   *
   * @param strips from top to bottom, of one width and number of channels, at least one
   * @param height of all of them
   */
  static void write(OutputStream to, Iterator<Image> strips, int height, WriteOptions options)
      throws IOException {
    var out = new BufferedOutputStream(to);
    var strip = strips.next();
    out.write(head(strip, height, options.depth()));
    write(out, strip, options);
    while (strips.hasNext()) {
      write(out, strips.next(), options);
    }
    out.flush();
  }

  private static byte[] head(Image strip, int height, Depth depth) {
    var type =
        switch (depth) {
          case BYTES -> "|u1";
          case SHORTS -> "<u2";
          case FLOATS -> "<f4";
        };
    var channels = strip.channels() == 1 ? "" : ", " + strip.channels();
    var dictionary =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %d%s), }"
            .formatted(type, height, strip.width(), channels);
    int filled =
        (BEFORE_HEAD + dictionary.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - BEFORE_HEAD;
    var head = Strings.padEnd(dictionary, filled - 1, ' ') + "\n";
    var start = "\u0093NUMPY\u0001\0" + (char) (filled & 0xff) + (char) (filled >> 8);
    return (start + head).getBytes(ISO_8859_1);
  }

  private static void write(OutputStream out, Image strip, WriteOptions options)
      throws IOException {
    int bytes = options.depth().bits() / 8;
    for (float value : strip.toArray()) {
      double number = options.number(value);
      int bits =
          options.depth() == Depth.FLOATS
              ? Float.floatToIntBits((float) number)
              : (int) Math.round(number);
      for (int i = 0; i < bytes; i++) {
        out.write(bits >> (8 * i));
      }
    }
  }
}
