package io.pix2pix.train.run;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Makes folders that are there as a whole or not at all. */
public final class AtomicFolders {
  private AtomicFolders() {}

  /**
   * Refuses a folder that is there.
   *
   * @throws InvalidInputException if there is anything at that path
   */
  public static void requireVacant(Path folder) {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(folder + ": exists already; give a folder that does not");
    }
  }

  /**
   * Makes a folder and its parents. What processes that were killed an hour ago or earlier left of
   * the same folder is removed.
   *
   * @param content fills the folder, under a name that no other process uses
   * @throws InvalidInputException if it is there already or cannot be made
   */
  public static void create(Path folder, Content content) {
    requireVacant(folder);
    var whole = folder.toAbsolutePath().normalize();
    var unfinished = AtomicFiles.part(whole);
    try {
      for (var old : AtomicFiles.oldParts(whole)) {
        remove(old);
      }
      Files.createDirectories(unfinished);
      content.writeTo(unfinished);
      Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(folder, e);
    } finally {
      removeQuietly(folder, unfinished);
    }
  }

  private static void removeQuietly(Path folder, Path unfinished) {
    try {
      remove(unfinished);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(folder, e);
    }
  }

  private static void remove(Path path) throws IOException {
    if (Files.exists(path)) {
      MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  /** What a folder is to hold. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything into a folder, which is there. */
    void writeTo(Path folder) throws IOException;
  }
}
