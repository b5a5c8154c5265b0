package io.pix2pix.data.download;

import com.google.common.base.Ascii;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The checksum that an address had when it was downloaded here before.
 *
 * @param file that keeps it
 */
record KnownChecksum(Path file, URI address) {
  private static final InputFile FILE = new InputFile("a checksum", InputFile.WRITTEN_BY_HAND);

  /**
   * Refuses an archive that is not the one that was meant.
   *
   * @param given by the user
   */
  void check(String found, Optional<String> given, PartialFile part) throws IOException {
    if (given.isPresent() && !Ascii.toLowerCase(given.get()).equals(found)) {
      part.delete();
      throw new InvalidInputException(
          "%s: has SHA-256 %s, not %s as was given; it was removed: correct --sha256, or name a mirror with --from URL"
              .formatted(address, found, given.get()));
    }
    var before = before();
    if (given.isEmpty() && before.isPresent() && !before.get().equals(found)) {
      throw new InvalidInputException(
          "%s: has SHA-256 %s, but had %s when it was downloaded before; if it may differ, remove %s"
              .formatted(address, found, before.get(), file));
    }
  }

  private Optional<String> before() throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    var words = FILE.text(file).strip().split(" ", 2);
    return words.length == 2 && words[1].equals(address.toString())
        ? Optional.of(words[0])
        : Optional.empty();
  }

  /** For the next time. */
  void keep(String found) throws IOException {
    Files.writeString(file, found + " " + address + "\n");
  }
}
