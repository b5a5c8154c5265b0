package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to be translated, and where the result goes.
 *
 * @param input an image
 * @param output an image file that may not exist yet, nor its folder
 */
record TranslationFiles(Path input, Path output) {

  /**
   * An image and an image file, or all images of a folder and files of the same names in another.
   *
   * @throws InvalidInputException if the two do not fit together, an image would be written over
   *     itself, or there is nothing to translate
   */
  static ImmutableList<TranslationFiles> of(Path input, Path output) {
    if (!Files.exists(input)) {
      throw new InvalidInputException(
          input + ": does not exist; give an image or a folder of images");
    }
    return Files.isDirectory(input) ? folder(input, output) : file(input, output);
  }

  private static ImmutableList<TranslationFiles> file(Path input, Path output) {
    if (Files.isDirectory(output)) {
      throw new InvalidInputException(
          output
              + ": is a folder; as "
              + input
              + " is an image, give an image file, for example "
              + output.resolve(input.getFileName()));
    }
    if (!ImageFiles.isWritten(output)) {
      throw new InvalidInputException(
          output
              + ": is no image file name; end it in one of "
              + String.join(", ", ImageFiles.writtenExtensions()));
    }
    return ImmutableList.of(new TranslationFiles(input, output).checked());
  }

  private static ImmutableList<TranslationFiles> folder(Path input, Path output) {
    if (Files.isRegularFile(output)) {
      throw new InvalidInputException(
          output + ": is a file; as " + input + " is a folder, give a folder");
    }
    try (var listed = Files.list(input)) {
      var images = listed.filter(ImageFiles::isImage).sorted().toList();
      if (images.isEmpty()) {
        throw new InvalidInputException(
            input + ": has no images; files that end in one of " + extensions() + " count");
      }
      return images.stream()
          .map(image -> new TranslationFiles(image, output.resolve(written(image))).checked())
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new InvalidInputException(
          input + ": cannot be listed (" + e + "); give access to it", e);
    }
  }

  /**
   * Makes the folder that results go to.
   *
   * @throws InvalidInputException if it cannot be made
   */
  static void makeFolder(Path input, Path output) {
    var folder =
        Files.isDirectory(input) ? output : output.toAbsolutePath().normalize().resolveSibling("");
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidInputException(folder + ": is not a folder; give another output", e);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": cannot be made (" + e + "); give access, or another output", e);
    }
  }

  /** Formats that are read and not written become PNG. */
  private static String written(Path image) {
    return image.getFileName() + (ImageFiles.isWritten(image) ? "" : ".png");
  }

  private TranslationFiles checked() {
    if (Files.isDirectory(output)) {
      throw new InvalidInputException(output + ": is a folder; remove it, or give another output");
    } else if (isSameFile()) {
      throw new InvalidInputException(output + ": is the input too; give another output");
    }
    return this;
  }

  private boolean isSameFile() {
    try {
      return Files.exists(output) && Files.isSameFile(input, output);
    } catch (IOException e) {
      throw new InvalidInputException(output + ": cannot be read (" + e + "); give access", e);
    }
  }

  private static String extensions() {
    return String.join(", ", ImageFiles.extensions());
  }
}
