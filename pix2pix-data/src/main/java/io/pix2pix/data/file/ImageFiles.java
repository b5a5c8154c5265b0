package io.pix2pix.data.file;

import static com.google.common.base.Ascii.toLowerCase;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import com.google.common.io.Files;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.data.pixels.ChannelChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes image files. */
public final class ImageFiles {
  private static final InputFile FILE = new InputFile("an image", InputFile.PICTURE);
  private static final ImmutableSet<String> EXTENSIONS =
      ImmutableSet.of(
          "jpg", "jpeg", "png", "tif", "tiff", "bmp", "webp", "gif", "npy", "pnm", "pgm", "ppm",
          "pbm", "pam", "jfif", "jpe");
  private static final ImmutableSet<String> WRITTEN =
      ImmutableSet.of("jpg", "jpeg", "png", "tif", "tiff", "bmp", "npy");

  private static final Logger LOG = LoggerFactory.getLogger(ImageFiles.class);

  private ImageFiles() {}

  /** The extensions that files must have to count as images, without the dot, lower case. */
  public static ImmutableSet<String> extensions() {
    return EXTENSIONS;
  }

  /** The extensions that files must have to be written, without the dot, lower case. */
  public static ImmutableSet<String> writtenExtensions() {
    return WRITTEN;
  }

  /** Whether an image can be written to a file of that name. */
  public static boolean isWritten(Path file) {
    return isImage(file) && WRITTEN.contains(toLowerCase(MoreFiles.getFileExtension(file)));
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
   * Reads an image, upright. What is ignored, cut or guessed in it is logged.
   *
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}
   * @throws InvalidInputException if the file is missing, empty, cut short or no image, or holds
   *     signed or floating-point numbers
   */
  public static Image read(Path file) {
    return read(file, ReadOptions.RGB);
  }

  /**
   * Reads an image whose numbers may be more than bytes.
   *
   * @param options what is read of it
   * @return {@code [h, w, c]}, in {@code [-1, 1]}
   * @throws InvalidInputException if the file is missing, empty, cut short or no image, or nothing
   *     says which of its numbers are black and white
   */
  public static Image read(Path file, ReadOptions options) {
    var picture = pictureFile(file, options).decode();
    picture.notes().forEach(note -> LOG.warn("{}: {}", file, note));
    return picture.image();
  }

  /**
   * Reads an image that is not in a file. What is ignored in it, such as alpha, is not told.
   *
   * @param contents as a file would have them
   * @param where for messages
   * @param options what is read of it
   * @return {@code [h, w, c]}, in {@code [-1, 1]}
   * @throws InvalidInputException if it is empty, cut short or no image, or nothing says which of
   *     its numbers are black and white
   */
  public static Image read(ByteSource contents, String where, ReadOptions options) {
    return new PictureFile(where, contents, options).decode().image();
  }

  /**
   * The shape of an image that is not in a file, from its head: it is not decoded.
   *
   * @param contents as a file would have them
   * @param where for messages
   * @return height, width, and 3 channels
   * @throws InvalidInputException if it is empty or no image
   */
  public static ImageShape shape(ByteSource contents, String where) {
    return new PictureFile(where, contents).shape();
  }

  /**
   * Reads a picture of which other files hold further channels.
   *
   * @param further files, in the order of their channels
   * @param range which numbers are black and white, where it is not that of their type
   * @return {@code [h, w, c]}: first the channels of the file itself
   * @throws InvalidInputException if one of them cannot be read, or has another size
   */
  public static Image read(Path file, List<Path> further, Optional<SampleRange> range) {
    var options = new ReadOptions(ChannelChoice.AUTO, range);
    var all = ImmutableList.<Image>builder().add(read(file, options));
    for (var other : further) {
      StoredImages.requireSize(shape(other), other.toString(), shape(file), file.toString());
      all.add(read(other, options));
    }
    return PictureChannels.joined(all.build());
  }

  /**
   * The channels that a picture has where nobody chooses: 1 if it is gray, 3 if it has colors, else
   * all that are stored.
   *
   * @throws InvalidInputException if the file is missing, empty or no image
   */
  public static int channels(Path file) {
    return new PictureFile(file.toString(), MoreFiles.asByteSource(FILE.checkIfPresent(file)))
        .channels()
        .natural();
  }

  /**
   * Reads a label map. Where it holds indices of classes, of whatever depth, these are the gray
   * values, {@code index / 127.5 - 1}; one with colors is read as any other image.
   *
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}
   * @throws InvalidInputException if the file is missing, empty, cut short or no image
   */
  public static Image readLabels(Path file, Palette palette) {
    return pictureFile(file, ReadOptions.RGB).decodeIndices(palette).orElseGet(() -> read(file));
  }

  private static PictureFile pictureFile(Path file, ReadOptions options) {
    var contents = bytes(file.toString(), MoreFiles.asByteSource(FILE.checkIfPresent(file)));
    return new PictureFile(file.toString(), ByteSource.wrap(contents), options);
  }

  /**
   * The shape of an image, from the head of its file: it is not decoded.
   *
   * @return height, width, and 3 channels
   * @throws InvalidInputException if the file is missing, empty or no image
   */
  public static ImageShape shape(Path file) {
    return new PictureFile(file.toString(), MoreFiles.asByteSource(FILE.checkIfPresent(file)))
        .shape();
  }

  /**
   * The shape of an image whose file was read already and is found to be complete. The image is
   * only decoded where the end of the file leaves doubt.
   *
   * @param picture in the file
   * @param contents all bytes of the file
   * @return height, width, and 3 channels
   * @throws InvalidInputException if the file is empty, cut short or no image
   */
  static ImageShape completeShape(PictureFile picture, byte[] contents) {
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
   * @throws InvalidInputException if the file is missing, too large, or cannot be read
   */
  static byte[] bytes(String file, ByteSource contents) {
    try {
      return FILE.bounded(contents, file).read();
    } catch (OutOfMemoryError e) {
      throw PictureReader.tooLarge(file, e);
    } catch (IOException e) {
      throw PictureReader.unreadable(file, e);
    }
  }

  /**
   * Writes an image in the format that the extension says. The file appears at once and complete,
   * or not at all; one that exists is replaced.
   *
   * @param file in a folder that exists; its name ends in one of {@link #writtenExtensions}
   * @param image of 1 or 3 channels, in {@code [-1, 1]}; values beyond are cut
   * @throws InvalidInputException if the extension is another, or the file cannot be written
   */
  public static void write(Path file, Image image) {
    write(file, image, WriteOptions.BYTES);
  }

  /**
   * Writes an image with numbers of some depth, in the format that the extension says. The file
   * appears at once and complete, or not at all; one that exists is replaced.
   *
   * @param file in a folder that exists; its name ends in one of {@link #writtenExtensions}
   * @param image in {@code [-1, 1]}; values beyond are cut. PNG takes 1 to 4 channels, JPEG and BMP
   *     1 or 3, TIFF and NumPy arrays any number
   * @throws InvalidInputException if the extension is another, the format cannot hold it, or the
   *     file cannot be written
   */
  public static void write(Path file, Image image, WriteOptions options) {
    PictureWriter.write(file, image, options);
  }

  /**
   * Writes an image that is made strip by strip. In PNG and NumPy arrays it is written strip by
   * strip too; other formats need all of it in memory. The file appears at once and complete, or
   * not at all; one that exists is replaced.
   *
   * @param file in a folder that exists; its name ends in one of {@link #writtenExtensions}
   * @param strips of one width and number of channels, from top to bottom, at least one; in {@code
   *     [-1, 1]}; values beyond are cut
   * @param height of all strips, in pixels
   * @throws InvalidInputException if the extension is another, the format cannot hold it, or the
   *     file cannot be written
   */
  public static void write(Path file, Iterator<Image> strips, int height, WriteOptions options) {
    PictureWriter.write(file, strips, height, options);
  }
}
