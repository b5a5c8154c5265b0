package io.pix2pix.data.folders;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The pictures of a folder.
 *
 * @param folder where they lie
 * @param files by name without the extension; at least one
 */
record ImagesByName(Path folder, ImmutableSortedMap<String, Path> files) {

  /**
   * Lists a folder.
   *
   * @throws InvalidInputException if it has no pictures, or two of the same name
   */
  static ImagesByName of(Path folder) {
    try (var listed = Files.list(folder)) {
      var files = ImmutableSortedMap.<String, Path>naturalOrder();
      listed
          .filter(file -> ImageFiles.isImage(file) && Files.isRegularFile(file))
          .forEach(file -> files.put(MoreFiles.getNameWithoutExtension(file), file));
      var found = files.buildOrThrow();
      if (found.isEmpty()) {
        throw new InvalidInputException(
            folder
                + ": there are no images in it; put them there, as files named "
                + String.join(", ", ImageFiles.extensions()));
      }
      return new ImagesByName(folder, found);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": cannot be read (" + e + "); it must be a folder that you may read", e);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          folder
              + ": two images have one name and differ in the extension only ("
              + e.getMessage()
              + "); remove one",
          e);
    }
  }

  /**
   * @throws InvalidInputException if one of the pictures has no partner of its name here
   */
  void requireAllOf(ImagesByName other) {
    for (var name : other.files.keySet()) {
      if (!files.containsKey(name)) {
        throw new InvalidInputException(
            "%s: has no partner in %s; put a file %s.png (or .jpg) there, or remove it"
                .formatted(other.files.get(name), folder, name));
      }
    }
  }
}
