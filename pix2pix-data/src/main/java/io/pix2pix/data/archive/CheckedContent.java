package io.pix2pix.data.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The content of a file, which must have a checksum when all of it is read. */
final class CheckedContent extends FilterInputStream {
  private final CRC32 sum = new CRC32();
  private final long expected;
  private boolean isWhole = true;

  CheckedContent(InputStream content, long expected) {
    super(content);
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      sum.update(value);
    } else {
      check();
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count >= 0) {
      sum.update(bytes, offset, count);
    } else if (length > 0) {
      check();
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    isWhole = isWhole && count <= 0;
    return super.skip(count);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() throws IOException {
    if (isWhole && sum.getValue() != expected) {
      throw new IOException("its checksum is another; the archive is damaged");
    }
  }
}
