package io.pix2pix.data.archive;

import com.google.common.io.ByteStreams;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.ImageFiles;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the files of a tar archive, which are read in place. */
final class TarReading {
  private static final Logger LOG = LoggerFactory.getLogger(TarReading.class);
  private static final int BLOCK = TarBlock.LENGTH;

  private TarReading() {}

  static void add(Path archive, String mounted, ArchiveIndex index) throws IOException {
    long length = Files.size(archive);
    var whole = new ArchiveFile(archive, archive, length, modified(archive));
    long end = 0;
    try (var headers = new TarHeaders(archive)) {
      for (var next = headers.next(); next.isPresent(); next = headers.next()) {
        var entry = next.get();
        index.count(archive);
        long offset = headers.position();
        end = offset + (entry.size() + BLOCK - 1) / BLOCK * BLOCK;
        if (end > length) {
          throw new IOException(ArchiveIndex.printable(entry.name()) + " ends after the archive");
        }
        if (entry.special().isEmpty() || isFile(archive, entry.special().get(), index)) {
          index.add(mounted, entry.name(), new Part(whole, offset, entry.size()));
        }
        headers.skip(end - offset);
      }
    }
    if (end + BLOCK > length) {
      LOG.warn("{}: has no end mark; it may be cut short", archive);
    }
  }

  /**
   * Whether an entry is a file; what looks like a picture, but is a link, is refused.
   *
   * @param index is told of other links
   * @throws IOException if its header is damaged: its name may be another one
   */
  static boolean isFile(Path archive, TarArchiveEntry entry, ArchiveIndex index)
      throws IOException {
    if (!entry.isCheckSumOK()) {
      throw new IOException(
          "the header of %s has another checksum"
              .formatted(ArchiveIndex.printable(entry.getName())));
    }
    if (entry.isFile() && !entry.isSparse() && !entry.isLink() && !entry.isSymbolicLink()) {
      return true;
    }
    if (!entry.isDirectory() && ImageFiles.isImage(fileName(entry.getName()))) {
      throw new InvalidInputException(
          "%s: %s is %s; make the archive anew with tar --dereference --hard-dereference"
              .formatted(
                  archive,
                  ArchiveIndex.printable(entry.getName()),
                  entry.isSparse() ? "a sparse file" : "a link or device, not a file"));
    }
    if (!entry.isDirectory()) {
      index.addLink(entry.getName());
    }
    return false;
  }

  static long modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis();
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * An archive as it was when it was looked through.
   *
   * @param archive for messages
   * @param bytes the file with the contents, which may be an unpacked one
   * @param length of it
   * @param modified when it was written
   */
  record ArchiveFile(Path archive, Path bytes, long length, long modified) {
    void requireUnchanged() throws IOException {
      if (Files.size(bytes) != length || TarReading.modified(bytes) != modified) {
        throw new InvalidInputException(
            archive + ": changed while it was in use; leave the data alone until the work is done");
      }
    }
  }

  /**
   * Some bytes of an archive. Each stream opens the file for itself, so that threads do not wait
   * for each other, nor close it for each other when they are interrupted.
   */
  static final class Part extends Content {
    private final ArchiveFile whole;
    private final long offset;
    private final long length;

    Part(ArchiveFile whole, long offset, long length) {
      this.whole = whole;
      this.offset = offset;
      this.length = length;
    }

    @Override
    public InputStream openStream() throws IOException {
      whole.requireUnchanged();
      var file = new FileInputStream(whole.bytes().toFile());
      try {
        file.skipNBytes(offset);
        return ByteStreams.limit(file, length);
      } catch (IOException e) {
        file.close();
        throw e;
      }
    }

    @Override
    Path archive() {
      return whole.archive();
    }

    @Override
    long length() {
      return length;
    }
  }
}
