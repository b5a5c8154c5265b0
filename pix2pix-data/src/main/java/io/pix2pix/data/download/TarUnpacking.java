package io.pix2pix.data.download;

import com.google.common.io.ByteStreams;
import com.google.common.io.CountingInputStream;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener.Progress;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks a {@code .tar.gz} of folders and plain files, and nothing else: entries that would land
 * elsewhere, links and devices are refused.
 *
 * @param archive that is unpacked
 * @param folder that is filled; it is there and empty
 */
record TarUnpacking(Path archive, Path folder) {
  private static final int MOST_ENTRIES = 2_000_000;

  /** Pictures hardly shrink in an archive; what grows so much is none of them. */
  private static final long MOST_GROWTH = 200;

  private static final long ALWAYS_ALLOWED = 1L << 30;

  /**
   * Unpacks it; its checksum of gzip is compared, too.
   *
   * @return the number of files
   * @throws InvalidInputException if it holds what is refused, or the disk does not take it
   * @throws DamagedArchive if its bytes are not those that were packed
   */
  int run(Progress progress) throws DamagedArchive {
    try (var file = new CountingInputStream(Files.newInputStream(archive));
        var gzip = new GZIPInputStream(new BufferedInputStream(file), 1 << 16);
        var tar = new TarArchiveInputStream(gzip, "UTF-8")) {
      int files = entries(tar, file, progress);
      ByteStreams.exhaust(gzip);
      if (files == 0) {
        throw new InvalidInputException(archive + ": has no files; it is not a data set");
      }
      return files;
    } catch (FileSystemException e) {
      throw new InvalidInputException(
          folder + ": cannot be written (" + e + "); free space or give access", e);
    } catch (EOFException | ZipException e) {
      throw new DamagedArchive(e);
    } catch (IOException | IllegalArgumentException e) {
      if (String.valueOf(e.getMessage()).contains("No space left")) {
        throw new InvalidInputException(folder + ": the disk is full; make room", e);
      }
      throw new DamagedArchive(e);
    }
  }

  private int entries(TarArchiveInputStream tar, CountingInputStream file, Progress progress)
      throws IOException {
    int files = 0;
    int entries = 0;
    long bytes = 0;
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      var path = path(entry);
      entries++;
      bytes += Math.max(0, entry.getSize());
      requireModest(entries, bytes);
      if (entry.isDirectory()) {
        Files.createDirectories(path);
      } else {
        write(tar, path, entry);
        files++;
      }
      progress.reached(file.getCount());
    }
    return files;
  }

  private void requireModest(int entries, long bytes) throws IOException {
    long most = Math.max(ALWAYS_ALLOWED, MOST_GROWTH * Files.size(archive));
    if (entries > MOST_ENTRIES || bytes > most) {
      throw new InvalidInputException(
          "%s: would become more than %,d files or %s; this is no data set of pictures"
              .formatted(archive, MOST_ENTRIES, DiskSpace.words(most)));
    }
  }

  private static void write(InputStream from, Path to, TarArchiveEntry entry) throws IOException {
    Files.createDirectories(to.getParent());
    if (Files.exists(to)) {
      throw new InvalidInputException(
          "%s: is in the archive twice; take another archive".formatted(entry.getName()));
    }
    try (var out = Files.newOutputStream(to)) {
      long copied = from.transferTo(out);
      if (copied != entry.getSize()) {
        throw new EOFException(entry.getName());
      }
    }
  }

  /** Where an entry goes: into the folder, or nowhere. */
  private Path path(TarArchiveEntry entry) {
    var name = entry.getName();
    boolean isPlain = entry.isDirectory() || (entry.isFile() && !isSpecial(entry));
    if (!isPlain) {
      throw refused(name, "is a link or a device");
    }
    try {
      var path = folder.resolve(name).normalize();
      boolean escapes =
          !path.startsWith(folder) || Path.of(name).isAbsolute() || name.contains("..\\");
      if (escapes || (!entry.isDirectory() && path.equals(folder))) {
        throw refused(name, "would land outside of the folder");
      }
      return path;
    } catch (InvalidPathException e) {
      throw refused(name, "is no name of a file here");
    }
  }

  private static boolean isSpecial(TarArchiveEntry entry) {
    return entry.isSymbolicLink()
        || entry.isLink()
        || entry.isCharacterDevice()
        || entry.isBlockDevice()
        || entry.isFIFO();
  }

  private InvalidInputException refused(String name, String why) {
    return new InvalidInputException(
        "%s: its entry \"%s\" %s; nothing is unpacked: take an archive of plain files"
            .formatted(archive, name.replaceAll("\\p{Cntrl}", "?"), why));
  }
}
