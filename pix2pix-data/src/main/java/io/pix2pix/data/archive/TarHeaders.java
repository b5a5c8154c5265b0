package io.pix2pix.data.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
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

  /**
   * What a header says.
   *
   * @param name of the entry
   * @param size of its data, in bytes
   * @param special what the library says of it; empty for a file like most
   */
  record Header(String name, long size, Optional<TarArchiveEntry> special) {}

  TarHeaders(Path archive) throws IOException {
    file = new FileInputStream(archive.toFile());
    buffered = new BufferedInputStream(file, BUFFER);
  }

  /**
   * The next entry; {@link #position} is that of its data then.
   *
   * @return empty at the end of the archive
   * @throws IOException if there is no header, or a damaged one
   */
  Optional<Header> next() throws IOException {
    var block = new Counted().readNBytes(TarBlock.LENGTH);
    if (block.length == 0 || TarBlock.isEnd(block)) {
      return Optional.empty();
    } else if (block.length < TarBlock.LENGTH) {
      throw new EOFException("it ends within a header");
    }
    var plain = TarBlock.plain(block);
    return plain.isPresent() ? plain : special(block);
  }

  @SuppressWarnings("resource") // nothing but this file is open
  private Optional<Header> special(byte[] block) throws IOException {
    var rest = new SequenceInputStream(new ByteArrayInputStream(block), new Counted());
    return Optional.ofNullable(stream(rest).getNextEntry())
        .map(entry -> new Header(entry.getName(), entry.getSize(), Optional.of(entry)));
  }

  /** Names are in UTF-8, whatever the locale. */
  static TarArchiveInputStream stream(InputStream archive) {
    return new TarArchiveInputStream(archive, StandardCharsets.UTF_8.name());
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

  /** What is read of headers. */
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
