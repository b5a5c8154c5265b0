package io.pix2pix.train.run;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which folder it is that work goes into, so that it is noticed when that is gone, or
 * another one has its name.
 *
 * @param folder where it lies
 * @param key what the file system knows it by; null where it has no such thing
 */
public record FolderIdentity(Path folder, @Nullable Object key) {
  /**
   * That of a folder.
   *
   * @throws InvalidInputException if it is not there
   */
  public static FolderIdentity of(Path folder) {
    return new FolderIdentity(folder, key(folder));
  }

  /**
   * Refuses to go on in another folder.
   *
   * @throws InvalidInputException if the folder is gone, or another one has its name
   */
  public void requireSame() {
    if (!Objects.equals(key, key(folder))) {
      throw new InvalidInputException(gone(folder));
    }
  }

  private static @Nullable Object key(Path folder) {
    try {
      return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      throw new InvalidInputException(gone(folder), e);
    }
  }

  private static String gone(Path folder) {
    return folder
        + ": was removed, renamed or replaced while work went on in it, which stops here; put it"
        + " back and resume";
  }
}
