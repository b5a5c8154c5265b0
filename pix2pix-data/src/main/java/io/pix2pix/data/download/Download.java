package io.pix2pix.data.download;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gets an archive of a data set and unpacks it. What was downloaded before a break stays, and the
 * same download goes on from there. The folder appears at once and complete, or not at all.
 *
 * <p>Verified are the number of bytes that the server announced, the checksum that gzip has of what
 * it packed, the structure of the archive, and SHA-256 where somebody knows it: it was given, or
 * the same address was downloaded here before.
 *
 * @param address of the archive, a {@code .tar.gz}
 * @param folder that is made; nothing may be there
 * @param sha256 of the archive, in hexadecimal digits, where somebody knows it
 * @param persistence how long is waited, and how often tried
 */
public record Download(URI address, Path folder, Optional<String> sha256, Persistence persistence) {

  /**
   * What was got.
   *
   * @param bytes of the archive
   * @param sha256 of the archive
   * @param files in it
   */
  public record Result(long bytes, String sha256, int files) {}

  /**
   * Downloads and unpacks.
   *
   * @param work is told how far it is: bytes
   * @param notes are told what a user should know
   * @throws InvalidInputException if it cannot be had, is not what it should be, or there is no
   *     room
   * @throws InterruptedException if the thread is interrupted; the same download goes on later
   */
  public Result run(ProgressListener work, Consumer<String> notes) throws InterruptedException {
    requireVacant();
    var parent = folder.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new InvalidInputException(folder + ": is no folder that can be made; name another");
    }
    try {
      Files.createDirectories(parent);
      try (var channel =
              FileChannel.open(
                  hidden(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.tryLock()) {
        if (lock == null) {
          throw taken();
        }
        return fetched(parent, work, notes);
      } catch (OverlappingFileLockException e) {
        throw taken();
      } finally {
        Files.deleteIfExists(hidden(".lock"));
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s: cannot be downloaded to %s (%s); free space, give access, or try again"
              .formatted(address, parent, e),
          e);
    }
  }

  private void requireVacant() {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(
          folder + ": is there already; remove it, or choose another folder with --to DIR");
    }
  }

  private InvalidInputException taken() {
    return new InvalidInputException(
        folder + ": is being downloaded by another process; wait for it");
  }

  private Path hidden(String ending) {
    return folder
        .toAbsolutePath()
        .normalize()
        .resolveSibling("." + folder.toAbsolutePath().normalize().getFileName() + ending);
  }

  private Result fetched(Path parent, ProgressListener work, Consumer<String> notes)
      throws IOException, InterruptedException {
    var part = new PartialFile(hidden(".tar.gz.part"));
    boolean resumes = part.description(address).isPresent();
    var fetching = new Fetching(address, part, parent, persistence);
    for (int turn = 0; ; turn++) {
      fetching.run(work, notes);
      try {
        return unpacked(part, work);
      } catch (DamagedArchive e) {
        part.delete();
        if (turn > 0 || !(resumes || fetching.hasResumed())) {
          throw new InvalidInputException(
              "%s: the archive is damaged or cut short (%s); it was removed: try again, or name a mirror with --from URL"
                  .formatted(address, e.getMessage()),
              e);
        }
        notes.accept(
            "The parts of the archive do not fit together: the server had another file in between."
                + " Gets it anew.");
      }
    }
  }

  private Result unpacked(PartialFile part, ProgressListener work)
      throws IOException, DamagedArchive {
    var found = part.sha256().toString();
    var known = new KnownChecksum(hidden(".sha256"), address);
    known.check(found, sha256, part);
    var unfinished = hidden(".unpacking");
    remove(unfinished);
    Files.createDirectories(unfinished);
    try (var progress = work.begin("unpack", part.size())) {
      int files = new TarUnpacking(part.file(), unfinished).run(progress);
      Files.move(content(unfinished), folder, StandardCopyOption.ATOMIC_MOVE);
      known.keep(found);
      var result = new Result(part.size(), found, files);
      part.delete();
      return result;
    } finally {
      remove(unfinished);
    }
  }

  /** The one folder in it, if there is nothing else. */
  private static Path content(Path unpacked) throws IOException {
    try (var entries = Files.list(unpacked)) {
      var all = entries.toList();
      return all.size() == 1 && Files.isDirectory(all.get(0)) ? all.get(0) : unpacked;
    }
  }

  private static void remove(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }
}
