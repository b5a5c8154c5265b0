package io.pix2pix.train.run;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Gives what is damaged or in the way another name beside its own, so that nothing is lost. */
public final class KeptAside {
  private KeptAside() {}

  /**
   * Renames a file or folder to {@code NAME.damaged-1}, or the first number that is free.
   *
   * @return what it is called now
   * @throws InvalidInputException if it cannot be renamed; it is then as it was
   */
  public static Path rename(Path path) {
    try {
      return Files.move(path, free(path), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(path, e);
    }
  }

  /**
   * Copies a file to {@code NAME.damaged-1}, or the first number that is free.
   *
   * @return what the copy is called
   * @throws InvalidInputException if it cannot be copied
   */
  public static Path copy(Path file) {
    try {
      return Files.copy(file, free(file));
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  private static Path free(Path path) {
    int number = 1;
    while (Files.exists(numbered(path, number), LinkOption.NOFOLLOW_LINKS)) {
      number++;
    }
    return numbered(path, number);
  }

  private static Path numbered(Path path, int number) {
    return path.resolveSibling(path.getFileName() + ".damaged-" + number);
  }
}
