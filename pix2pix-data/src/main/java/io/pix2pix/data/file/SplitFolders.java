package io.pix2pix.data.file;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A data folder with a folder of images for each split.
 *
 * @param data the folder that the user named
 */
public record SplitFolders(Path data) {

  /**
   * The folder that the user named.
   *
   * @param what lies in it, for the message
   * @throws InvalidInputException if none was named
   */
  public static SplitFolders of(Optional<Path> folder, String what) {
    return new SplitFolders(
        folder.orElseThrow(
            () ->
                new InvalidInputException(
                    "data: " + what + " need a data folder; name it with --data DIR")));
  }

  /** Whether the split has a folder with at least one image. */
  public boolean has(String split) {
    return Files.isDirectory(data.resolve(split)) && !images(data.resolve(split)).isEmpty();
  }

  /**
   * The images of a split, by name; at least one.
   *
   * @throws InvalidInputException if the data folder, the split's folder, or images in it are
   *     missing
   */
  public ImmutableList<Path> files(String split) {
    checkFolder();
    Path folder = data.resolve(split);
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(data + ": has no split " + split + "; " + splits());
    }
    ImmutableList<Path> images = images(folder);
    if (images.isEmpty()) {
      String extensions = String.join(", ", ImageFiles.extensions());
      throw new InvalidInputException(
          folder + ": there are no images in it; put them there, as files named " + extensions);
    }
    return images;
  }

  private void checkFolder() {
    if (!Files.exists(data)) {
      throw new InvalidInputException(
          data + ": there is no such folder; name your data folder with --data DIR");
    }
    if (!Files.isDirectory(data)) {
      throw new InvalidInputException(
          data + ": is not a folder; name the folder that holds train, val and test");
    }
  }

  private String splits() {
    String names =
        String.join(
            ", ",
            list(data).map(folder -> folder.getFileName().toString()).filter(this::has).toList());
    return names.isEmpty()
        ? "make a folder of that name, with images in it"
        : "the splits in it are: " + names;
  }

  private static ImmutableList<Path> images(Path folder) {
    return list(folder)
        .filter(file -> ImageFiles.isImage(file) && Files.isRegularFile(file))
        .collect(toImmutableList());
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": cannot be read (" + e + "); it must be a folder that you may read", e);
    }
  }
}
