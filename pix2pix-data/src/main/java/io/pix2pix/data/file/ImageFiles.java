package io.pix2pix.data.file;

import static com.google.common.base.Ascii.toLowerCase;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import com.google.common.io.Files;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Pixels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

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
    return isImage(file.getFileName().toString());
  }

  /** Whether a file of that name counts as an image. */
  public static boolean isImage(String name) {
    return EXTENSIONS.contains(toLowerCase(Files.getFileExtension(name))) && !name.startsWith(".");
  }

  /**
   * Reads an image.
   *
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}
   * @throws InvalidInputException if the file is missing, empty, cut short or no image
   */
  public static Image read(Path file) {
    var contents = bytes(file.toString(), MoreFiles.asByteSource(file));
    return Pixels.toImage(new PictureFile(file.toString(), ByteSource.wrap(contents)).decode());
  }

  /**
   * The shape of an image, from the head of its file: it is not decoded.
   *
   * @return height, width, and 3 channels
   * @throws InvalidInputException if the file is missing, empty or no image
   */
  public static ImageShape shape(Path file) {
    return new PictureFile(file.toString(), MoreFiles.asByteSource(file)).shape();
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
  static ImageShape completeShape(String file, byte[] contents) {
    var picture = new PictureFile(file, ByteSource.wrap(contents));
    ImageShape shape = picture.shape();
    if (!EndMarker.has(contents)) {
      picture.decode();
    }
    return shape;
  }

  /**
   * All bytes of a file.
   *
   * @param file for messages
   * @throws InvalidInputException if the file is missing or cannot be read
   */
  static byte[] bytes(String file, ByteSource contents) {
    try {
      return contents.read();
    } catch (IOException e) {
      throw PictureFile.unreadable(file, e);
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

  /**
   * Writes an image that is made strip by strip. In PNG it is written strip by strip too; other
   * formats need all of it in memory. The file appears at once and complete, or not at all; one
   * that exists is replaced.
   *
   * @param file in a folder that exists; its name ends in one of {@link #extensions}
   * @param strips of 1 or 3 channels and one width, from top to bottom, at least one; in {@code
   *     [-1, 1]}; values beyond are cut
   * @param height of all strips, in pixels
   * @throws InvalidInputException if the extension is another, or the file cannot be written
   */
  public static void write(Path file, Iterator<Image> strips, int height) {
    PictureWriter.write(file, new PictureStrips(strips, height));
  }
}
