package io.pix2pix.data.folders;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.label.LabelIndices;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the pictures of a folder go with a palette, as the first one tells that can be read. All
 * others are checked when they are read.
 *
 * @param images of the folder
 * @param palette of label maps
 * @param shown the picture, with numbers of whatever depth as gray values; empty if none of the
 *     first can be read
 * @param isMapOfIndices whether its numbers are indices of the palette
 */
record PaletteFit(
    StoredImages images, Palette palette, Optional<Image> shown, boolean isMapOfIndices) {
  private static final int TRIED = 16;

  /** Colors of maps that were stored as JPEG lie between those of the palette. */
  private static final double NEAR = 24;

  private static final double SAME = 0.01;

  /** Of maps that were stored without loss, whatever their colors are. */
  private static final double EXACT = 0.5;

  /** Looks at a folder. */
  static PaletteFit of(StoredImages images, Palette palette) {
    return IntStream.range(0, Math.min(TRIED, images.size()))
        .mapToObj(index -> of(images, palette, index))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new PaletteFit(images, palette, Optional.empty(), false));
  }

  /** A damaged picture is told by the check of all files; the next one may be sound. */
  private static Optional<PaletteFit> of(StoredImages images, Palette palette, int index) {
    try {
      var map = images.readLabels(index, palette);
      boolean indices = map.flatMap(picture -> LabelIndices.of(picture, palette)).isPresent();
      var shown = map.isPresent() ? map : Optional.of(images.read(index));
      return Optional.of(new PaletteFit(images, palette, shown, indices));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /** How its maps of indices are read. */
  FolderReader reader() {
    return new FolderReader(images, Optional.of(palette), Optional.empty());
  }

  /** Whether they may be label maps, of indices or of the palette's colors. */
  boolean fits() {
    return isMapOfIndices || shown.map(this::hasColors).orElse(true);
  }

  /** Indices that are none of the palette's are near black, and black may be among its colors. */
  private boolean hasColors(Image picture) {
    double distance = palette.distance(picture);
    boolean mayBeIndices = LabelIndices.isGray(picture) && !isGray();
    return distance < (mayBeIndices ? SAME : NEAR);
  }

  private boolean isGray() {
    return palette.entries().stream()
        .map(Palette.Entry::rgb)
        .allMatch(rgb -> (rgb & 0xff) * 0x010101 == rgb);
  }

  /** What the pictures are instead. */
  String words() {
    var folder = images.where();
    return shown.filter(LabelIndices::isGray).isPresent()
        ? folder
            + " is gray with values up to "
            + shown.map(LabelIndices::greatest).orElse(0)
            + " (JPEG changes indices: store maps as PNG)"
        : folder + " has other colors";
  }

  /**
   * Refuses a palette that nothing goes with: it would do nothing, and nobody would know.
   *
   * @param where the palette is
   */
  static void require(PaletteFit conditions, PaletteFit targets, String where) {
    if (!conditions.fits() && !targets.fits()) {
      throw new InvalidInputException(
          "%s: goes with neither folder: maps would have its colors, or its indices 0 to %d and 255, but %s, and %s; correct it or the maps, or remove it"
              .formatted(
                  where, conditions.palette().size() - 1, conditions.words(), targets.words()));
    }
  }

  /** Which of both are label maps. */
  static PairLabels labels(PaletteFit conditions, PaletteFit targets) {
    return new PairLabels(
        conditions.kind(targets), targets.kind(conditions), Optional.of(conditions.palette()));
  }

  /** Of two folders with colors near those of the palette, the nearer one has maps. */
  private LabelKind kind(PaletteFit other) {
    if (isMapOfIndices) {
      return LabelKind.INDICES;
    }
    double distance = distance();
    boolean hasColors =
        distance < EXACT
            || (distance < NEAR && !other.isMapOfIndices && distance < other.distance());
    return hasColors ? LabelKind.COLORS : LabelKind.NONE;
  }

  private double distance() {
    return shown.map(palette::distance).orElse(Double.POSITIVE_INFINITY);
  }
}
