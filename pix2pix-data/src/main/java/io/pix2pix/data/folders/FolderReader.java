package io.pix2pix.data.folders;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.resize.SquareSize;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the pictures of one folder are read.
 *
 * @param palette of maps of indices; empty where pictures have colors of their own
 */
record FolderReader(Optional<Palette> palette) {

  /** One picture of the folder tells how all are meant; every other is checked when it is read. */
  static FolderReader of(ImmutableList<Path> files, Optional<Palette> palette) {
    return new FolderReader(
        palette.filter(
            known -> LabelIndices.of(ImageFiles.read(files.get(0)), known.size()).isPresent()));
  }

  /**
   * Reads a picture.
   *
   * @param stored the shape that the file had when it was checked
   * @param size of the result
   * @throws InvalidInputException if someone changed the file since, or it is no map of indices
   *     among such maps
   */
  Image read(Path file, ImageShape stored, SquareSize size) {
    var picture = ImageFiles.read(file);
    if (!picture.shape().equals(stored)) {
      throw new InvalidInputException(
          file + ": changed while it was in use; leave the data alone until the work is done");
    }
    return palette
        .map(known -> indices(file, picture, known).resized(size.of(stored)).colored(known))
        .orElseGet(() -> size.of(picture));
  }

  private static LabelIndices indices(Path file, Image picture, Palette palette) {
    return LabelIndices.of(picture, palette.size())
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: is no map of the indices 0 to %d, as others of its folder are; correct it, or palette.csv"
                        .formatted(file, palette.size() - 1)));
  }
}
