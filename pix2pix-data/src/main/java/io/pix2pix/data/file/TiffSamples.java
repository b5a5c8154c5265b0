package io.pix2pix.data.file;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.pix2pix.api.image.Image;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Writes TIFF files of what Java's writers refuse: numbers of more than 8 bits, and more than four
 * channels. They are little-endian, in one strip, and not compressed.
 */
final class TiffSamples {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int BYTES_OF_ENTRY = 12;
  private static final int HEAD = 8;
  private static final int GRAY = 1;
  private static final int RGB = 2;
  private static final int UNSIGNED = 1;
  private static final int FLOAT = 3;

  private TiffSamples() {}

  /** Whether an image is no picture of bytes. */
  static boolean needed(int channels, WriteOptions options) {
    return channels > 4 || options.depth() != Depth.BYTES;
  }

  /** Writes an image. */
  static void write(OutputStream to, Image image, WriteOptions options) throws IOException {
    var out = new BufferedOutputStream(to);
    var samples = samples(image, options);
    var entries = entries(image, options.depth(), samples.length);
    int directory = HEAD + samples.length;
    var head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    out.write(head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory).array());
    out.write(samples);
    out.write(directory(entries, directory));
    out.flush();
  }

  private static byte[] samples(Image image, WriteOptions options) {
    int bytes = options.depth().bits() / 8;
    int size = Math.multiplyExact(image.shape().size(), bytes);
    var samples = ByteBuffer.allocate(size + size % 2).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : image.toArray()) {
      double number = options.number(value);
      switch (options.depth()) {
        case BYTES -> samples.put((byte) Math.round(number));
        case SHORTS -> samples.putShort((short) Math.round(number));
        case FLOATS -> samples.putFloat((float) number);
      }
    }
    return samples.array();
  }

  private static ImmutableList<Entry> entries(Image image, Depth depth, int bytes) {
    int channels = image.channels();
    boolean isColored = channels == 3 || channels == 4;
    var entries =
        ImmutableList.<Entry>builder()
            .add(new Entry(256, LONG, image.width()))
            .add(new Entry(257, LONG, image.height()))
            .add(new Entry(258, SHORT, repeated(depth.bits(), channels)))
            .add(new Entry(259, SHORT, 1))
            .add(new Entry(262, SHORT, isColored ? RGB : GRAY))
            .add(new Entry(273, LONG, HEAD))
            .add(new Entry(277, SHORT, channels))
            .add(new Entry(278, LONG, image.height()))
            .add(new Entry(279, LONG, bytes))
            .add(new Entry(284, SHORT, 1));
    if (channels == 4) {
      entries.add(new Entry(338, SHORT, 2)); // alpha that colors are not multiplied with
    } else if (channels != 1 && channels != 3) {
      entries.add(new Entry(338, SHORT, new int[channels - 1]));
    }
    int kind = depth == Depth.FLOATS ? FLOAT : UNSIGNED;
    return entries.add(new Entry(339, SHORT, repeated(kind, channels))).build();
  }

  private static int[] repeated(int value, int times) {
    var values = new int[times];
    Arrays.fill(values, value);
    return values;
  }

  private static byte[] directory(ImmutableList<Entry> entries, int at) {
    int after = at + 2 + entries.size() * BYTES_OF_ENTRY + 4;
    int size = entries.stream().mapToInt(Entry::bytesBeside).sum();
    var bytes = ByteBuffer.allocate(after - at + size).order(ByteOrder.LITTLE_ENDIAN);
    var beside = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(after - at);
    bytes.putShort((short) entries.size());
    for (var entry : entries) {
      bytes.putShort((short) entry.tag()).putShort((short) entry.type());
      bytes.putInt(entry.values().length());
      int end = bytes.position() + 4;
      if (entry.bytesBeside() > 0) {
        bytes.putInt(at + beside.position());
        entry.put(beside);
      } else {
        entry.put(bytes);
      }
      bytes.position(end);
    }
    return bytes.array();
  }

  /** All strips as one image. */
  static Image joined(Iterator<Image> strips, int height) {
    var all = ImmutableList.copyOf(strips);
    var first = all.get(0).shape();
    var values = new float[first.resized(height, first.width()).size()];
    int at = 0;
    for (var strip : all) {
      strip.copyTo(values, at);
      at += strip.shape().size();
    }
    return Image.owning(first.resized(height, first.width()), values);
  }

  /** What a tag says. */
  private record Entry(int tag, int type, ImmutableIntArray values) {
    Entry(int tag, int type, int... values) {
      this(tag, type, ImmutableIntArray.copyOf(values));
    }

    private int bytes() {
      return values.length() * (type == SHORT ? 2 : 4);
    }

    /** Values that do not fit into the entry lie behind all of them. */
    int bytesBeside() {
      return bytes() > 4 ? bytes() : 0;
    }

    void put(ByteBuffer to) {
      for (int value : values.toArray()) {
        if (type == SHORT) {
          to.putShort((short) value);
        } else {
          to.putInt(value);
        }
      }
    }
  }
}
