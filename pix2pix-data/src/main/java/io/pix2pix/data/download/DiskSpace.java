package io.pix2pix.data.download;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether there is room for what comes. */
final class DiskSpace {
  private DiskSpace() {}

  /**
   * Refuses work that would fill the disk.
   *
   * @param folder on the disk; it is there
   * @param needed bytes
   * @param what needs them
   */
  static void require(Path folder, long needed, String what) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < needed) {
        throw new InvalidInputException(
            "%s: %s needs about %s, and %s are free; make room, or choose another disk"
                .formatted(folder, what, words(needed), words(free)));
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": nobody can say how much room there is (" + e + "); give access", e);
    }
  }

  /** For example {@code 31.2 MB}. */
  static String words(long bytes) {
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
