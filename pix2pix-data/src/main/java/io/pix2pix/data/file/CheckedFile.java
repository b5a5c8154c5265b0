package io.pix2pix.data.file;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that holds a picture, and was checked.
 *
 * @param path the file
 * @param shape of the picture, as stored
 * @param checksum of its bytes
 */
public record CheckedFile(Path path, ImageShape shape, HashCode checksum) {

  /**
   * Reads the bytes of files.
   *
   * @throws InvalidInputException if one is not a complete image
   */
  public static ImmutableList<CheckedFile> checkAll(List<Path> paths) {
    return paths.parallelStream().map(CheckedFile::check).collect(toImmutableList());
  }

  private static CheckedFile check(Path path) {
    byte[] contents = ImageFiles.bytes(path);
    ImageShape shape = ImageFiles.completeShape(path, contents);
    return new CheckedFile(path, shape, Hashing.sha256().hashBytes(contents));
  }

  /**
   * The picture.
   *
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}
   * @throws InvalidInputException if it cannot be read, or has another shape than when it was
   *     checked
   */
  public Image read() {
    Image picture = ImageFiles.read(path);
    if (!picture.shape().equals(shape)) {
      throw new InvalidInputException(
          path + ": changed while it was in use; leave the data alone until the work is done");
    }
    return picture;
  }

  /** The file's name. */
  public String name() {
    return path.getFileName().toString();
  }

  /** A checksum over all names and contents, in hexadecimal. */
  public static String checksum(List<CheckedFile> files) {
    Hasher all = Hashing.sha256().newHasher();
    for (CheckedFile file : files) {
      all.putInt(file.name().length()).putString(file.name(), UTF_8);
      all.putBytes(file.checksum().asBytes());
    }
    return all.hash().toString();
  }
}
