package io.pix2pix.api.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What reading all contents told, kept so that files that did not change are not read again. What
 * is kept begins with a line of its checksum; where that does not hold, files are read again, and a
 * warning says so.
 *
 * @param cache the folder in which they are kept; it may be missing
 */
record KeptChecks(Path cache) {
  private static final Logger LOG = LoggerFactory.getLogger(KeptChecks.class);

  /** To be raised whenever a check finds other damage than before. */
  private static final int EDITION = 3;

  /**
   * The checksum of files, computed if it is not there.
   *
   * @param state which files are meant, and in which state
   * @throws InvalidInputException if it cannot be computed, read or kept
   */
  DataChecksum checksum(String state, Supplier<DataChecksum> computed) {
    return DataChecksum.of(
        Coverage.FULL, text(state, "", () -> computed.get().value() + "\n").strip());
  }

  /**
   * What was found when files were decoded; they are decoded if that is not there.
   *
   * @param where they lie, for messages
   * @param state which files are meant, and in which state
   * @throws InvalidInputException if it cannot be read or kept
   */
  DataCheck check(String where, String state, Supplier<DataCheck> computed) {
    return DataCheck.read(where, text(state, ".decoded", () -> computed.get().text()));
  }

  private String text(String state, String kind, Supplier<String> computed) {
    var key = Hashing.sha256().hashString(EDITION + "|" + state, UTF_8);
    var file = cache.resolve("data-checks").resolve(key + kind);
    try {
      var kept = Files.isRegularFile(file) ? kept(file) : Optional.<String>empty();
      if (kept.isPresent()) {
        return kept.get();
      }
      var text = computed.get();
      if (!Files.isDirectory(file)) {
        write(file, checksum(text) + "\n" + text);
      }
      return text;
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be kept (" + e + "); free space or give access", e);
    }
  }

  /** What was kept, if it is whole. */
  private static Optional<String> kept(Path file) throws IOException {
    var lines = new String(Files.readAllBytes(file), UTF_8).split("\n", 2);
    if (lines.length == 2 && lines[0].equals(checksum(lines[1]))) {
      return Optional.of(lines[1]);
    }
    LOG.warn("{}: is damaged; the files that it tells of are read again", file);
    return Optional.empty();
  }

  private static String checksum(String text) {
    return Hashing.crc32c().hashString(text, UTF_8).toString();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    var unfinished = file.resolveSibling("." + UUID.randomUUID() + ".part");
    Files.writeString(unfinished, text);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
