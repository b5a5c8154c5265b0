package io.pix2pix.data.check;

import io.pix2pix.api.data.EvenSample;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.Palette;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which sides of pairs are label maps.
 *
 * @param ofConditions the palette, if conditions are such maps
 * @param ofTargets the palette, if targets are such maps
 */
record LabelSides(Optional<Palette> ofConditions, Optional<Palette> ofTargets) {
  private static final int TRIED = 6;

  /** Colors of maps that were stored as JPEG lie between those of the palette. */
  private static final double NEAR = 24;

  static LabelSides of(Pairs pairs, Optional<Palette> palette) {
    if (palette.isEmpty()) {
      return new LabelSides(palette, palette);
    }
    var some =
        EvenSample.of(pairs.size(), TRIED).boxed().flatMap(index -> read(pairs, index)).toList();
    return new LabelSides(
        palette.filter(known -> goesWith(known, some, ImagePair::condition)),
        palette.filter(known -> goesWith(known, some, ImagePair::target)));
  }

  private static boolean goesWith(
      Palette palette, List<ImagePair> pairs, Function<ImagePair, Image> side) {
    long near =
        pairs.stream()
            .map(side)
            .filter(image -> image.channels() == 3 && palette.distance(image) < NEAR)
            .count();
    return near > 0 && 2 * near >= pairs.size();
  }

  /** A damaged pair is told by the check of all. */
  private static Stream<ImagePair> read(Pairs pairs, int index) {
    try {
      return Stream.of(pairs.read(index));
    } catch (InvalidInputException e) {
      return Stream.empty();
    }
  }
}
