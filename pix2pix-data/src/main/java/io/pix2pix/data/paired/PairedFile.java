package io.pix2pix.data.paired;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.pix2pix.api.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.nio.file.Path;

/**
 * A file that holds a pair, and was checked.
 *
 * @param path the file
 * @param half the shape of each half, as stored
 * @param checksum of its bytes
 */
record PairedFile(Path path, ImageShape half, HashCode checksum) {

  /**
   * Reads the bytes of a file.
   *
   * @throws InvalidInputException if it is not a complete image of even width
   */
  static PairedFile check(Path path) {
    byte[] contents = ImageFiles.bytes(path);
    ImageShape shape = ImageFiles.completeShape(path, contents);
    if (shape.width() % 2 != 0) {
      throw new InvalidInputException(
          path
              + ": the width of "
              + shape.width()
              + " pixels is odd; a pair is two halves of equal width, side by side");
    }
    ImageShape half = shape.resized(shape.height(), shape.width() / 2);
    return new PairedFile(path, half, Hashing.sha256().hashBytes(contents));
  }

  /**
   * Refuses a picture that is not of the shape that the file had when it was checked.
   *
   * @throws InvalidInputException if someone changed the file since
   */
  void requireSameShape(ImageShape picture) {
    if (!picture.resized(picture.height(), picture.width() / 2).equals(half)) {
      throw new InvalidInputException(
          path + ": changed while it was in use; leave the data alone until the work is done");
    }
  }

  /** The file's name. */
  String name() {
    return path.getFileName().toString();
  }
}
