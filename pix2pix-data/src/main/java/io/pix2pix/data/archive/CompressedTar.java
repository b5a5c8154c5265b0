package io.pix2pix.data.archive;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteStreams;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.ImageFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the files of a compressed tar archive. Nobody can begin to read in the middle of it: its
 * pictures and lists are unpacked once, into one temporary file that is deleted at the end.
 */
final class CompressedTar {
  private static final Logger LOG = LoggerFactory.getLogger(CompressedTar.class);
  private static final ImmutableSet<String> LISTS =
      ImmutableSet.of("csv", "tsv", "jsonl", "ndjson");
  private static final long LEFT_FREE = 512L << 20;
  private static final long ASKED_FOR = 64L << 20;

  private CompressedTar() {}

  static void add(Path archive, String mounted, ArchiveIndex index) throws IOException {
    Path unpacked = Files.createTempFile("pix2pix-", ".unpacked");
    unpacked.toFile().deleteOnExit();
    LOG.warn(
        "{}: is unpacked to {}, for a compressed tar cannot be read in place; gunzip it once to"
            + " save that",
        archive,
        unpacked);
    var found = new ArrayList<Found>();
    try (var packed = new BufferedInputStream(Files.newInputStream(archive));
        var tar = TarHeaders.stream(new GZIPInputStream(packed, 1 << 16));
        var out = Files.newOutputStream(unpacked)) {
      unpack(archive, index, tar, out, unpacked, found);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(unpacked);
      throw e;
    }
    var whole =
        new TarReading.ArchiveFile(
            archive, unpacked, Files.size(unpacked), TarReading.modified(unpacked));
    for (var file : found) {
      index.add(mounted, file.name(), new TarReading.Part(whole, file.offset(), file.size()));
    }
  }

  private static void unpack(
      Path archive,
      ArchiveIndex index,
      TarArchiveInputStream tar,
      OutputStream out,
      Path unpacked,
      List<Found> found)
      throws IOException {
    long offset = 0;
    var room = new Room(archive, unpacked);
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      index.count(archive);
      if (TarReading.isFile(archive, entry, index) && isUsed(entry.getName())) {
        room.take(entry.getSize());
        if (ByteStreams.copy(tar, out) != entry.getSize()) {
          throw new IOException(ArchiveIndex.printable(entry.getName()) + " ends too early");
        }
        found.add(new Found(entry.getName(), offset, entry.getSize()));
        offset += entry.getSize();
      }
    }
  }

  private static boolean isUsed(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    var extension = com.google.common.io.Files.getFileExtension(name);
    return ImageFiles.isImage(name) || LISTS.contains(Ascii.toLowerCase(extension));
  }

  /** Room on the disk. To ask for it takes longer than to unpack a small picture. */
  private static final class Room {
    private final Path archive;
    private final Path unpacked;
    private long certain;

    Room(Path archive, Path unpacked) {
      this.archive = archive;
      this.unpacked = unpacked;
    }

    /**
     * Takes some bytes of it.
     *
     * @throws InvalidInputException if there is too little
     */
    void take(long size) throws IOException {
      if (size > certain) {
        long free = Files.getFileStore(unpacked).getUsableSpace();
        if (free - size < LEFT_FREE) {
          throw new InvalidInputException(
              "%s: does not fit unpacked into %s, which has %d MB left; gunzip it to another place, or set -Djava.io.tmpdir"
                  .formatted(archive, unpacked.getParent(), free >> 20));
        }
        certain = Math.max(size, Math.min(ASKED_FOR, free - LEFT_FREE));
      }
      certain -= size;
    }
  }

  /**
   * A file that was unpacked.
   *
   * @param name in the archive
   * @param offset in the unpacked file
   * @param size in bytes
   */
  private record Found(String name, long offset, long size) {}
}
