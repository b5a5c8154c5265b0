package io.pix2pix.data.file;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A PNG file whose packed text has other names, so that the reader passes over it. It would unpack
 * the text though nobody asks for it, and two megabytes can become two gigabytes.
 */
final class PngText extends FilterInputStream {
  private static final ImmutableSet<String> PACKED = ImmutableSet.of("zTXt", "iTXt");
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final int CHECKSUM = 4;

  /** Length and name of the chunk that comes next. */
  private final ByteBuffer head = ByteBuffer.allocate(2 * Integer.BYTES).limit(0);

  /** Bytes until the next chunk begins. */
  private long rest = Long.BYTES;

  private PngText(InputStream file) {
    super(file);
  }

  /** Opens a file; those of other formats as they are. */
  static InputStream hidden(ByteSource contents) throws IOException {
    byte[] start = contents.slice(0, Long.BYTES).read();
    boolean png = start.length == Long.BYTES && ByteBuffer.wrap(start).getLong() == SIGNATURE;
    return png ? new PngText(contents.openStream()) : contents.openStream();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (rest == 0 && !head.hasRemaining()) {
      begin();
    }
    if (head.hasRemaining()) {
      int given = Math.min(length, head.remaining());
      head.get(bytes, offset, given);
      return given;
    }
    int read = in.read(bytes, offset, (int) Math.min(length, rest));
    rest -= Math.max(0, read);
    return read;
  }

  /** The head of a chunk, or what is left of a file that ends in one. */
  private void begin() throws IOException {
    head.clear().limit(in.readNBytes(head.array(), 0, head.capacity()));
    if (head.remaining() < head.capacity()) {
      rest = Long.MAX_VALUE;
      return;
    }
    rest = Integer.toUnsignedLong(head.getInt(0)) + CHECKSUM;
    var name = new String(head.array(), Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1);
    if (PACKED.contains(name)) {
      head.put(Integer.BYTES, (byte) 'x');
    }
  }

  /** Reads on: heads may lie between. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
