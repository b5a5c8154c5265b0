package io.pix2pix.cli.translation;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A file to be translated, and where the result goes.
 *
 * @param input an image
 * @param output an image file that may not exist yet, nor its folder
 */
record TranslationFiles(Path input, Path output) {
  private static final ImmutableSet<String> LISTS =
      ImmutableSet.of("csv", "tsv", "jsonl", "ndjson");

  /**
   * An image and an image file.
   *
   * @throws InvalidInputException if the two do not fit together, or the image would be written
   *     over itself
   */
  static TranslationFiles file(Path input, Path output) {
    requireInput(input);
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
    return new TranslationFiles(input, output).checked();
  }

  /**
   * All images of a folder and files in another, by name.
   *
   * @param format of the files, which their names follow from
   * @throws InvalidInputException if the two do not fit together, an image would be written over
   *     itself or over another result, or there is nothing to translate
   */
  static ImmutableList<TranslationFiles> folder(Path input, Path output, OutputFormat format) {
    if (Files.isRegularFile(output)) {
      throw new InvalidInputException(
          output + ": is a file; as " + input + " is a folder, give a folder");
    }
    var images =
        list(input).filter(file -> ImageFiles.isImage(file) && !Files.isDirectory(file)).toList();
    if (images.isEmpty()) {
      throw new InvalidInputException(
          input + ": has no images; files that end in one of " + extensions() + " count");
    }
    var names = OutputNames.of(images, format);
    return images.stream()
        .map(image -> new TranslationFiles(image, output.resolve(names.of(image))).checked())
        .collect(ImmutableList.toImmutableList());
  }

  private static Stream<Path> list(Path folder) {
    try (var listed = Files.list(folder)) {
      return listed.sorted().toList().stream();
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": cannot be listed (" + e + "); give access to it", e);
    }
  }

  /**
   * Refuses what cannot be images.
   *
   * @throws InvalidInputException if it is missing, or data in another form than a folder
   */
  static void requireInput(Path input) {
    if (!Files.exists(input)) {
      throw new InvalidInputException(
          input + ": does not exist; give an image or a folder of images");
    } else if (FileTree.inOtherForm(input).isPresent()) {
      throw new InvalidInputException(
          input
              + ": is data in one file, and translate takes an image or a folder of images; unpack"
              + " it, and give the folder");
    } else if (LISTS.contains(Ascii.toLowerCase(MoreFiles.getFileExtension(input)))) {
      throw new InvalidInputException(
          input + ": is a list, not an image; give the folder of the images that it names");
    }
  }

  /**
   * Makes the folder that the result goes to.
   *
   * @throws InvalidInputException if it cannot be made
   */
  void makeFolder() {
    var folder = output.toAbsolutePath().normalize().resolveSibling("");
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidInputException(folder + ": is not a folder; give another output", e);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": cannot be made (" + e + "); give access, or another output", e);
    }
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
