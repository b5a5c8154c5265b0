package io.pix2pix.api.file;

import com.google.common.base.Optional;
import com.google.common.io.ByteSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Bytes of which no more are read than there may be. */
final class BoundedSource extends ByteSource {
  private final ByteSource contents;
  private final long most;
  private final Supplier<RuntimeException> refusal;

  /**
   * @param refusal what is thrown where there are more
   */
  BoundedSource(ByteSource contents, long most, Supplier<RuntimeException> refusal) {
    this.contents = contents;
    this.most = most;
    this.refusal = refusal;
  }

  @Override
  public InputStream openStream() throws IOException {
    require(sizeIfKnown().or(0L));
    return new Counted(contents.openStream());
  }

  @Override
  public Optional<Long> sizeIfKnown() {
    return contents.sizeIfKnown();
  }

  private void require(long bytes) {
    if (bytes > most) {
      throw refusal.get();
    }
  }

  private final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = in.skip(bytes);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long more) {
      count += more;
      require(count);
    }
  }
}
