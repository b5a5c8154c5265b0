package io.pix2pix.data.paired;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.ReadOptions;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.label.LabelIndices;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a palette goes with one of the halves of pairs, as the first that can be read tells. */
final class PairedPalette {
  private static final Logger LOG = LoggerFactory.getLogger(PairedPalette.class);
  private static final int TRIED = 16;

  /** Colors of maps that were stored as JPEG lie between those of the palette. */
  private static final double NEAR = 24;

  private PairedPalette() {}

  /**
   * Refuses a palette that nothing goes with: it would do nothing, and nobody would know.
   *
   * @param where the palette is
   * @param given whether somebody says that a side is label maps, and so how they are seen
   */
  static void require(StoredImages images, Palette palette, String where, boolean given) {
    var halves = first(images.with(ReadOptions.RGB));
    if (halves.isEmpty() || given) {
      return;
    }
    var left = halves.get().left();
    var right = halves.get().right();
    if (hasColors(left, palette) || hasColors(right, palette)) {
      return;
    }
    if (LabelIndices.of(left, palette).isEmpty() && LabelIndices.of(right, palette).isEmpty()) {
      throw new InvalidInputException(
          "%s: goes with neither half of %s: maps would have its colors, or its indices 0 to %d and %d; correct it or the maps, or remove it"
              .formatted(where, images.where(0), palette.size() - 1, Palette.VOID));
    }
    LOG.warn(
        "{}: names the classes of index maps in {}, which are read as gray pictures;"
            + " data.pixels.condition.labels (or target.labels): colors gives them its colors",
        where,
        images.where());
  }

  private static boolean hasColors(Image half, Palette palette) {
    return !LabelIndices.isGray(half) && palette.distance(half) < NEAR;
  }

  private static Optional<Halves> first(StoredImages images) {
    return IntStream.range(0, Math.min(TRIED, images.size()))
        .mapToObj(index -> halves(images, index))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A damaged picture is told by the check of all files; the next one may be sound. */
  private static Optional<Halves> halves(StoredImages images, int index) {
    try {
      var picture = images.read(index);
      return picture.width() % 2 == 0 ? Optional.of(Halves.of(picture)) : Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
