package io.pix2pix.train.run;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteStreams;
import com.google.common.primitives.Longs;
import io.pix2pix.api.error.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether a file is still what this program wrote: a digit that changed is a digit, too. The
 * checksum lies in {@code .checksums/NAME} beside the file, and is written before the file is: it
 * has a line for what is there and one for what will be, as a process can be killed between. A file
 * without is not checked: older versions wrote none.
 *
 * @param file that it is of
 */
public record StoredChecksum(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(StoredChecksum.class);
  private static final int BUFFER = 1 << 16;

  /** After the number of bytes where more may follow. */
  private static final String GROWS = "+";

  /** How often both are read again because another process has just written them. */
  private static final int ATTEMPTS = 100;

  /**
   * Writes or replaces the file with text in UTF-8, and its checksum.
   *
   * @throws InvalidInputException if one cannot be written; an older file is then as it was
   */
  public void write(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes or replaces the file with bytes, and its checksum.
   *
   * @throws InvalidInputException if one cannot be written; an older file is then as it was
   */
  public void write(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(bytes);
    var next = line(Integer.toString(bytes.length), sum);
    store(Stream.concat(present().stream(), Stream.of(next)).distinct().toList());
    AtomicFiles.write(file, bytes);
  }

  /**
   * Notes how far a file that grows is on the disk.
   *
   * @param sum of these bytes
   */
  void note(long bytes, CRC32C sum) {
    store(ImmutableList.of(line(bytes + GROWS, sum)));
  }

  /**
   * Warns if the file is not what was written.
   *
   * @param then what is done all the same, for example {@code its values are shown as they are}
   */
  public void warnIfChanged(String then) {
    if (isChanged()) {
      LOG.warn("{}: is not what pix2pix wrote, it was changed or is damaged; {}", file, then);
    }
  }

  /** Whether the file is there, but is not what was written. */
  public boolean isChanged() {
    for (int attempt = 0; attempt < ATTEMPTS && Files.isRegularFile(file); attempt++) {
      var noted = noted();
      if (noted.isEmpty() || noted.get().stream().anyMatch(this::holds)) {
        return false;
      } else if (noted.equals(noted())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Warns if the file was written, and is not there any more.
   *
   * @param then what is done all the same
   */
  public void warnIfMissing(String then) {
    if (isKept() && Files.notExists(file)) {
      LOG.warn("{}: is missing; {}", file, then);
    }
  }

  /** Whether there is a checksum. */
  public boolean isKept() {
    return Files.exists(place());
  }

  /** What stands there now, if it is what was noted. */
  private Optional<String> present() {
    return noted().stream().flatMap(List::stream).filter(this::holds).findFirst();
  }

  private boolean holds(String line) {
    var length = line.replaceFirst(" .*", "");
    boolean grows = length.endsWith(GROWS);
    var bytes = Longs.tryParse(grows ? length.substring(0, length.length() - 1) : length);
    if (bytes == null || bytes < 0) {
      return false;
    }
    var sum = new CRC32C();
    try (var in =
        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), sum)) {
      long read = ByteStreams.exhaust(ByteStreams.limit(in, bytes));
      boolean over = grows || in.read() < 0;
      return read == bytes && over && line.equals(line(length, sum));
    } catch (IOException e) {
      return false;
    }
  }

  private static String line(String length, CRC32C sum) {
    return "%s crc32c %08x".formatted(length, sum.getValue());
  }

  /** Where the checksums of the files of a folder lie. */
  static Path folder(Path of) {
    return of.resolve(".checksums");
  }

  private Path place() {
    return folder(file.resolveSibling("")).resolve(file.getFileName().toString());
  }

  private void store(List<String> lines) {
    AtomicFiles.createFolder(folder(file.resolveSibling("")));
    AtomicFiles.write(place(), String.join("\n", lines) + "\n");
  }

  /** What was noted; nothing where nothing was. */
  private Optional<List<String>> noted() {
    try {
      return Files.exists(place())
          ? Optional.of(
              new String(Files.readAllBytes(place()), StandardCharsets.ISO_8859_1).lines().toList())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(ImmutableList.of());
    }
  }
}
