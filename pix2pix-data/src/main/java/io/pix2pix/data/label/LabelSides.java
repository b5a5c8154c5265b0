package io.pix2pix.data.label;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.pixels.LabelForm;
import io.pix2pix.data.pixels.PixelSettings;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Finds out which images of pairs have the colors of a palette. */
public final class LabelSides {
  private static final int TRIED = 16;
  private static final int COLORS = 3;

  /** Colors of maps that were stored as JPEG lie between those of the palette. */
  private static final double NEAR = 24;

  private static final double SAME = 0.5;

  private LabelSides() {}

  /**
   * As the first pair tells that can be read.
   *
   * @param size of the data, in pairs
   * @param read reads one of them
   */
  public static PairLabels of(Palette palette, int size, IntFunction<ImagePair> read) {
    return IntStream.range(0, Math.min(TRIED, size))
        .mapToObj(index -> of(palette, read, index))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(new PairLabels(LabelKind.NONE, LabelKind.NONE, Optional.of(palette)));
  }

  /**
   * The same, where settings say how networks see label maps: sides with such settings hold some.
   */
  public static PairLabels of(PixelSettings pixels, PairLabels found) {
    return new PairLabels(
        kind(pixels.condition().labels(), found.condition()),
        kind(pixels.target().labels(), found.target()),
        found.palette());
  }

  private static LabelKind kind(LabelForm form, LabelKind found) {
    return switch (form) {
      case AUTO -> found;
      case COLORS -> LabelKind.COLORS;
      case INDICES -> LabelKind.INDICES;
      case ONE_HOT -> LabelKind.ONE_HOT;
    };
  }

  /** A damaged picture is told by the check of all files; the next one may be sound. */
  private static Optional<PairLabels> of(Palette palette, IntFunction<ImagePair> read, int index) {
    try {
      return Optional.of(of(palette, read.apply(index)));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static PairLabels of(Palette palette, ImagePair pair) {
    double condition = distance(palette, pair.condition());
    double target = distance(palette, pair.target());
    return new PairLabels(kind(condition, target), kind(target, condition), Optional.of(palette));
  }

  private static double distance(Palette palette, Image image) {
    return image.channels() == COLORS ? palette.distance(image) : Double.POSITIVE_INFINITY;
  }

  /** Of two that are near, the nearer one: a palette of many colors is not far from photos. */
  private static LabelKind kind(double distance, double other) {
    boolean hasColors = distance < SAME || (distance < NEAR && distance < other);
    return hasColors ? LabelKind.COLORS : LabelKind.NONE;
  }
}
