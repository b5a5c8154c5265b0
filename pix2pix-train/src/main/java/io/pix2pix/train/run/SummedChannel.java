package io.pix2pix.train.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A file that grows, and the checksum of all of it. */
final class SummedChannel implements WritableByteChannel {
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final StoredChecksum stored;
  private final CRC32C sum = new CRC32C();
  private long bytes;

  private SummedChannel(Path file, FileChannel channel) {
    this.channel = channel;
    this.stored = new StoredChecksum(file);
  }

  /**
   * Goes on with a file.
   *
   * @param end of what counts; the rest is cut
   */
  static SummedChannel open(Path file, long end) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      var summed = new SummedChannel(file, channel);
      summed.read(end);
      summed.stored.note(end, summed.sum); // before the rest is cut: it holds for both
      channel.truncate(end).position(end);
      return summed;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void read(long end) throws IOException {
    var buffer = ByteBuffer.allocate(BUFFER);
    while (bytes < end) {
      buffer.clear().limit((int) Math.min(BUFFER, end - bytes));
      int read = channel.read(buffer, bytes);
      if (read < 0) {
        throw new IOException("was cut while it was read");
      }
      sum.update(buffer.flip());
      bytes += read;
    }
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    var written = source.duplicate();
    int count = channel.write(source);
    sum.update(written.limit(written.position() + count));
    bytes += count;
    return count;
  }

  /** Brings everything to the disk, then its checksum. */
  void force() throws IOException {
    channel.force(false);
    stored.note(bytes, sum);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
