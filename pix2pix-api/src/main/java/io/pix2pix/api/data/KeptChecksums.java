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
 * Checksums of all contents, kept so that files that did not change are not read again.
 *
 * @param cache the folder in which they are kept; it may be missing
 */
record KeptChecksums(Path cache) {
  /** To be raised whenever a check finds other damage than before. */
  private static final int EDITION = 1;

  /**
   * The checksum of files, computed if it is not there.
   *
   * @param state which files are meant, and in which state
   * @throws InvalidInputException if it cannot be computed, read or kept
   */
  DataChecksum get(String state, Supplier<DataChecksum> computed) {
    var key = Hashing.sha256().hashString(EDITION + "|" + state, UTF_8);
    var file = cache.resolve("data-checks").resolve(key.toString());
    try {
      if (Files.exists(file)) {
        return DataChecksum.of(Coverage.FULL, Files.readString(file).strip());
      }
      var checksum = computed.get();
      write(file, checksum.value());
      return checksum;
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be kept (" + e + "); free space or give access", e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    var unfinished = file.resolveSibling("." + UUID.randomUUID());
    Files.writeString(unfinished, text + "\n");
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
