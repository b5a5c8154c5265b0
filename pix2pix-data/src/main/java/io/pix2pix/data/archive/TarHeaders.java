package io.pix2pix.data.archive;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Goes from header to header of a tar archive. What lies between is not read: the library would
 * read all of it, and an archive may have many gigabytes.
 */
final class TarHeaders implements Closeable {
  private static final int BUFFER = 1 << 15;

  private final FileInputStream file;
  private InputStream buffered;
  private long position;

  TarHeaders(Path archive) throws IOException {
    file = new FileInputStream(archive.toFile());
    buffered = new BufferedInputStream(file, BUFFER);
  }

  /**
   * The next entry; {@link #position} is that of its data then.
   *
   * @return empty at the end of the archive
   * @throws IOException if there is no header
   */
  @SuppressWarnings("resource") // nothing but this file is open
  Optional<TarArchiveEntry> next() throws IOException {
    return Optional.ofNullable(new TarArchiveInputStream(new Counted()).getNextEntry());
  }

  /** How many bytes lie before what is read next. */
  long position() {
    return position;
  }

  /** Goes on behind so many bytes, which the archive must have. */
  void skip(long bytes) throws IOException {
    position += bytes;
    if (bytes <= BUFFER) {
      buffered.skipNBytes(bytes);
    } else {
      file.getChannel().position(position);
      buffered = new BufferedInputStream(file, BUFFER);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** What the library reads of a header. */
  private final class Counted extends InputStream {
    @Override
    public int read() throws IOException {
      int value = buffered.read();
      position += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = buffered.read(bytes, offset, length);
      position += Math.max(0, read);
      return read;
    }
  }
}
