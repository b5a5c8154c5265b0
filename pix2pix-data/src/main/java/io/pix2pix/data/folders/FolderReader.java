package io.pix2pix.data.folders;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.resize.SquareSize;
import java.util.Optional;

/**
 * The pictures of one folder, and how they are read.
 *
 * @param images of the folder
 * @param palette of maps of indices; empty where pictures have colors of their own
 */
record FolderReader(StoredImages images, Optional<Palette> palette) {

  /** One picture of the folder tells how all are meant; every other is checked when it is read. */
  static FolderReader of(StoredImages images, Optional<Palette> palette) {
    return new FolderReader(
        images, palette.filter(known -> LabelIndices.of(images.read(0), known.size()).isPresent()));
  }

  /**
   * Reads a picture.
   *
   * @param size of the result
   * @throws InvalidInputException if someone changed the file since it was listed, or it is no map
   *     of indices among such maps
   */
  Image read(int index, SquareSize size) {
    var picture = images.read(index);
    return palette
        .map(
            known ->
                indices(index, picture, known).resized(size.of(picture.shape())).colored(known))
        .orElseGet(() -> size.of(picture));
  }

  private LabelIndices indices(int index, Image picture, Palette palette) {
    return LabelIndices.of(picture, palette.size())
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: is no map of the indices 0 to %d, as others of its folder are; correct it, or palette.csv"
                        .formatted(images.where(index), palette.size() - 1)));
  }

  /** What pixels follow from besides the files; checksums that runs keep hold it in these words. */
  String settings() {
    return "Side[palette=" + palette + "]";
  }
}
