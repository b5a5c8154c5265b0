package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Path;

/** Formats of files that are written, and what they can hold. */
enum WrittenFormat {
  PNG(16, 4),
  JPEG(8, 3),
  TIFF(32, Integer.MAX_VALUE),
  BMP(8, 3),
  NPY(32, Integer.MAX_VALUE);

  private final int bits;
  private final int channels;

  WrittenFormat(int bits, int channels) {
    this.bits = bits;
    this.channels = channels;
  }

  /**
   * That of a file's extension.
   *
   * @throws InvalidInputException if it is none of these
   */
  static WrittenFormat of(Path file) {
    return switch (Ascii.toLowerCase(MoreFiles.getFileExtension(file))) {
      case "png" -> PNG;
      case "jpg", "jpeg" -> JPEG;
      case "tif", "tiff" -> TIFF;
      case "bmp" -> BMP;
      case "npy" -> NPY;
      default ->
          throw new InvalidInputException(
              file
                  + ": is no image file name; end it in one of "
                  + String.join(", ", ImageFiles.writtenExtensions()));
    };
  }

  /**
   * Refuses what it cannot hold.
   *
   * @throws InvalidInputException if there are too many channels or bits
   */
  void check(Path file, int imageChannels, WriteOptions options) {
    boolean isPicture = imageChannels != 2 || channels > 4;
    if (imageChannels > channels || !isPicture) {
      throw new InvalidInputException(
          "%s: %s cannot hold %d channels; write a .tif or .npy file, or %s"
              .formatted(
                  file, name(), imageChannels, imageChannels == 4 ? "PNG" : "fewer channels"));
    } else if (options.depth().bits() > bits) {
      throw new InvalidInputException(
          "%s: %s cannot hold numbers of %d bits; write a .tif or .npy file%s"
              .formatted(
                  file,
                  name(),
                  options.depth().bits(),
                  options.depth().bits() == 16 ? ", or PNG" : ""));
    }
  }
}
