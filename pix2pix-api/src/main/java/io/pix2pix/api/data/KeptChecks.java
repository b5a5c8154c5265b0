package io.pix2pix.api.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What reading all contents told, kept so that files that did not change are not read again.
 *
 * @param cache the folder in which they are kept; it may be missing
 */
record KeptChecks(Path cache) {
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
      if (Files.exists(file)) {
        return Files.readString(file);
      }
      var text = computed.get();
      write(file, text);
      return text;
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be kept (" + e + "); free space or give access", e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    var unfinished = file.resolveSibling("." + UUID.randomUUID());
    Files.writeString(unfinished, text);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
