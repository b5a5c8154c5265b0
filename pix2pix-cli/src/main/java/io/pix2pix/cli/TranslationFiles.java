package io.pix2pix.cli;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.InvalidInputException;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to be translated, and where the result goes.
 *
 * @param input an image
 * @param output an image file that may not exist yet; its folder exists
 */
record TranslationFiles(Path input, Path output) {

  /**
   * An image and an image file, or all images of a folder and files of the same names in another.
   *
   * @throws InvalidInputException if the two do not fit together, or there is nothing to translate
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
    if (!ImageFiles.isImage(output)) {
      throw new InvalidInputException(
          output + ": is no image file name; end it in one of " + ImageFiles.extensions());
    }
    makeFolder(output.toAbsolutePath().normalize().resolveSibling(""));
    return ImmutableList.of(new TranslationFiles(input, output));
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
            input
                + ": has no images; files that end in one of "
                + ImageFiles.extensions()
                + " count");
      }
      makeFolder(output);
      return images.stream()
          .map(image -> new TranslationFiles(image, output.resolve(image.getFileName())))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new InvalidInputException(input + ": cannot be listed (" + e + ")", e);
    }
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InvalidInputException(folder + ": cannot be made (" + e + ")", e);
    }
  }
}
