package io.pix2pix.campaign.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An open file. */
final class FaultyChannel extends FileChannel {
  private static final int PIECE = 8192;

  private final FileChannel real;
  private final Path path;

  FaultyChannel(FileChannel real, Path path) {
    this.real = real;
    this.path = path;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    return real.write(permitted(bytes));
  }

  @Override
  public int write(ByteBuffer bytes, long position) throws IOException {
    return real.write(permitted(bytes), position);
  }

  @Override
  public long write(ByteBuffer[] buffers, int offset, int length) throws IOException {
    long all = 0;
    for (int index = offset; index < offset + length; index++) {
      while (buffers[index].hasRemaining()) {
        all += write(buffers[index]);
      }
    }
    return all;
  }

  /** What may be written of a buffer, whose position moves by as much. */
  private ByteBuffer permitted(ByteBuffer bytes) throws IOException {
    int count = Disk.beforeWrite(path, bytes.remaining());
    var piece = bytes.slice(bytes.position(), count);
    bytes.position(bytes.position() + count);
    return piece;
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    var bytes = ByteBuffer.allocate((int) Math.min(count, PIECE));
    int read = source.read(bytes);
    bytes.flip();
    for (long at = position; bytes.hasRemaining(); ) {
      at += write(bytes, at);
    }
    return Math.max(0, read);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    Disk.beforeChange(path);
    real.truncate(size);
    return this;
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    return real.read(bytes);
  }

  @Override
  public long read(ByteBuffer[] buffers, int offset, int length) throws IOException {
    return real.read(buffers, offset, length);
  }

  @Override
  public int read(ByteBuffer bytes, long position) throws IOException {
    return real.read(bytes, position);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public void force(boolean metadata) throws IOException {
    real.force(metadata);
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return real.transferTo(position, count, target);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return real.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return real.lock(position, size, shared);
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return real.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
