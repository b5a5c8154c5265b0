package io.pix2pix.data.prepare;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** How files get into a split. None is ever overwritten. */
public enum FileTransfer {
  /** A copy appears at once and complete; the original stays. */
  COPY("copied") {
    @Override
    void carryOut(Path from, Path to) throws IOException {
      var unfinished =
          to.resolveSibling("." + to.getFileName() + "." + UUID.randomUUID() + ".part");
      try {
        Files.copy(from, unfinished, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(unfinished, to);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
  },
  /** Both names are the same file, which takes no room: a hard link. */
  LINK("linked") {
    @Override
    void carryOut(Path from, Path to) throws IOException {
      Files.createLink(to, from.toRealPath());
    }
  },
  /** The original is gone from its place. */
  MOVE("moved") {
    @Override
    void carryOut(Path from, Path to) throws IOException {
      Files.move(from, to);
    }
  };

  private final String done;

  FileTransfer(String done) {
    this.done = done;
  }

  /** What was done to files, for people. */
  public String done() {
    return done;
  }

  /**
   * Puts a file where there is none.
   *
   * @throws InvalidInputException if it cannot be done
   */
  void apply(Path from, Path to) {
    try {
      carryOut(from, to);
    } catch (IOException | UnsupportedOperationException e) {
      throw new InvalidInputException(
          "%s: cannot be %s to %s (%s); free space, give access, or choose another way (--copy)"
              .formatted(from, done, to, e),
          e);
    }
  }

  abstract void carryOut(Path from, Path to) throws IOException;
}
