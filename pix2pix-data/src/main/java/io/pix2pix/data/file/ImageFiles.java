package io.pix2pix.data.file;

import static com.google.common.base.Ascii.toLowerCase;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads and writes image files. Images are RGB; gray ones get three equal channels. */
public final class ImageFiles {
  private static final ImmutableSet<String> EXTENSIONS =
      ImmutableSet.of("jpg", "jpeg", "png", "tif", "tiff", "bmp");

  private ImageFiles() {}

  /** The extensions that files must have to count as images, without the dot, lower case. */
  public static ImmutableSet<String> extensions() {
    return EXTENSIONS;
  }

  /** Whether a file counts as an image: by its extension, and not hidden by a leading dot. */
  public static boolean isImage(Path file) {
    return EXTENSIONS.contains(toLowerCase(MoreFiles.getFileExtension(file)))
        && !file.getFileName().toString().startsWith(".");
  }

  /**
   * Reads an image.
   *
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}
   * @throws InvalidInputException if the file is missing, empty, cut short or no image
   */
  public static Image read(Path file) {
    return Pixels.toImage(new PictureFile(file, bytes(file)).decode());
  }

  /**
   * The shape of an image, from the head of its file: it is not decoded.
   *
   * @return height, width, and 3 channels
   * @throws InvalidInputException if the file is missing, empty or no image
   */
  public static ImageShape shape(Path file) {
    return new PictureFile(file, bytes(file)).shape();
  }

  /**
   * The shape of an image whose file was read already and is found to be complete. The image is
   * only decoded where the end of the file leaves doubt.
   *
   * @param file for messages
   * @param contents all bytes of the file
   * @return height, width, and 3 channels
   * @throws InvalidInputException if the file is empty, cut short or no image
   */
  public static ImageShape completeShape(Path file, byte[] contents) {
    var picture = new PictureFile(file, contents);
    ImageShape shape = picture.shape();
    if (!EndMarker.has(contents)) {
      picture.decode();
    }
    return shape;
  }

  /**
   * All bytes of a file.
   *
   * @throws InvalidInputException if the file is missing or cannot be read
   */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file + ": there is no such file; check the path", e);
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be read (" + e + "); it must be a file that you may read", e);
    }
  }

  /**
   * Writes an image in the format that the extension says. The file appears at once and complete,
   * or not at all; one that exists is replaced.
   *
   * @param file in a folder that exists; its name ends in one of {@link #extensions}
   * @param image of 1 or 3 channels, in {@code [-1, 1]}; values beyond are cut
   * @throws InvalidInputException if the extension is another, or the file cannot be written
   */
  public static void write(Path file, Image image) {
    PictureWriter.write(file, Pixels.toPicture(image));
  }
}
