package io.pix2pix.train.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.MachineFailureException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files that are there as a whole or not at all. */
public final class AtomicFiles {
  private static final Logger LOG = LoggerFactory.getLogger(AtomicFiles.class);
  private static final AtomicLong PARTS = new AtomicLong();
  private static final Duration OLD = Duration.ofHours(1);

  private AtomicFiles() {}

  /**
   * Writes or replaces a file with bytes.
   *
   * @throws InvalidInputException if it cannot be written; an older file is then as it was
   */
  public static void write(Path file, byte[] bytes) {
    write(file, out -> out.write(bytes));
  }

  /**
   * Writes or replaces a file with text in UTF-8.
   *
   * @throws InvalidInputException if it cannot be written; an older file is then as it was
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes or replaces a file with what is written to a stream.
   *
   * @throws InvalidInputException if it cannot be written; an older file is then as it was
   */
  public static void write(Path file, Content content) {
    var part = part(file);
    try {
      replace(file, part, content);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Under which name a file is written before it gets its own: another one for each write, as a
   * command beside a training may write the same file.
   */
  public static Path part(Path file) {
    return file.resolveSibling(
        ".%s.%d-%d.part"
            .formatted(file.getFileName(), ProcessHandle.current().pid(), PARTS.incrementAndGet()));
  }

  /**
   * Writes or replaces several files with text in UTF-8. They get their names only when all of them
   * are on the disk, one after the other in the order of the map. A process that is killed then
   * leaves some files of both; each is whole.
   *
   * @throws InvalidInputException if one cannot be written; older files are then as they were
   */
  public static void writeAll(Map<Path, String> texts) {
    var parts = new LinkedHashMap<Path, Path>();
    texts.keySet().forEach(file -> parts.put(file, part(file)));
    try {
      for (var one : parts.entrySet()) {
        var bytes =
            Objects.requireNonNull(texts.get(one.getKey())).getBytes(StandardCharsets.UTF_8);
        fill(one.getValue(), out -> out.write(bytes));
      }
      for (var one : parts.entrySet()) {
        Files.move(one.getValue(), one.getKey(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw unwritable(parts.keySet().iterator().next(), e);
    } finally {
      parts.values().forEach(AtomicFiles::discard);
    }
  }

  /**
   * Removes a file, if it is there.
   *
   * @throws InvalidInputException if it cannot be removed
   */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static boolean isBefore(FileTime time, Path part) {
    try {
      return Files.getLastModifiedTime(part).compareTo(time) < 0;
    } catch (IOException e) {
      return false; // its writer has just renamed it
    }
  }

  /** What cannot be removed is in nobody's way. */
  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      LOG.warn("{}: cannot be removed ({})", part, e.toString());
    }
  }

  /**
   * Removes what processes that were killed left half-written in a folder an hour ago or earlier;
   * what is younger may be another process at work.
   *
   * @throws InvalidInputException if the folder cannot be read
   */
  static void discardOldParts(Path folder) {
    discardParts(folder, FileTime.from(Instant.now().minus(OLD)));
  }

  /**
   * Removes what a process that was killed left half-written in a folder into which no other
   * writes.
   *
   * @throws InvalidInputException if the folder cannot be read
   */
  static void discardParts(Path folder) {
    discardParts(folder, FileTime.from(Instant.MAX));
  }

  /**
   * What processes that were killed left of a file or folder an hour ago or earlier.
   *
   * @throws IOException if the folder that it lies in cannot be read
   */
  static ImmutableList<Path> oldParts(Path file) throws IOException {
    var folder = file.toAbsolutePath().resolveSibling("");
    var start = "." + file.getFileName() + ".";
    return Files.isDirectory(folder)
        ? parts(folder, FileTime.from(Instant.now().minus(OLD))).stream()
            .filter(part -> part.getFileName().toString().startsWith(start))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  private static ImmutableList<Path> parts(Path folder, FileTime old) throws IOException {
    try (var files = Files.newDirectoryStream(folder, ".*.part")) {
      return Streams.stream(files)
          .filter(part -> isBefore(old, part))
          .collect(ImmutableList.toImmutableList());
    }
  }

  private static void discardParts(Path folder, FileTime old) {
    try {
      parts(folder, old).forEach(AtomicFiles::discard);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * Makes a folder, and those that it lies in, if they are not there.
   *
   * @throws InvalidInputException if it cannot be made
   */
  public static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** What to tell a user whose file could not be written. */
  public static InvalidInputException unwritable(Path file, IOException cause) {
    return MachineFailureException.of(
        "%s: cannot be written (%s); free space or give access, what was written before is kept"
            .formatted(file, reason(cause)),
        cause);
  }

  /** Where access is denied, the message is only the name of the file. */
  private static @Nullable String reason(IOException cause) {
    return cause instanceof FileSystemException ? cause.toString() : cause.getMessage();
  }

  private static void replace(Path file, Path part, Content content) throws IOException {
    try {
      fill(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void fill(Path part, Content content) throws IOException {
    try (var channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {

    /** Writes everything to a buffered stream, and leaves it open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
