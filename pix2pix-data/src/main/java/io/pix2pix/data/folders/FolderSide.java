package io.pix2pix.data.folders;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.ReadOptions;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.label.LabelReading;
import io.pix2pix.data.pixels.SidePixels;
import java.util.Optional;

/**
 * One side of pairs, and the settings that say how it is read.
 *
 * @param files of the side
 * @param pixels its settings
 * @param range black and white of the data set, where the side has none of its own
 */
record FolderSide(StoredImages files, SidePixels pixels, ImmutableList<Double> range) {

  /** Its pictures, where they are no maps of indices. */
  FolderReader plain() {
    if (pixels.labels().isGiven()) {
      return labels(Optional.empty());
    }
    return new FolderReader(files.readAs(pixels, range), Optional.empty(), Optional.empty());
  }

  /** Its pictures with three channels. */
  StoredImages colored() {
    return files.with(ReadOptions.rgb(pixels.range(range)));
  }

  /** Its label maps, whose classes a palette must name. */
  FolderReader labels(Optional<Palette> palette) {
    return new FolderReader(
        colored(), palette, Optional.of(LabelReading.of(pixels.labels(), palette)));
  }

  /**
   * Its pictures, as they go with a palette.
   *
   * @throws InvalidInputException if they are label maps that should have further channels
   */
  FolderReader reader(PaletteFit fit) {
    if (pixels.labels().isGiven()) {
      return labels(Optional.of(fit.palette()));
    }
    if (!fit.isMapOfIndices()) {
      return plain();
    }
    if (!pixels.more().isEmpty()) {
      throw new InvalidInputException(
          "%s: holds maps of indices, which get the colors of palette.csv and no further channels; leave data.pixels more %s out, or remove palette.csv"
              .formatted(files.where(0), pixels.more()));
    }
    return fit.reader();
  }
}
