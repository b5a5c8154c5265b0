package io.pix2pix.studio;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The colors that a drawing begins with, as in style sheets.
 *
 * @param ground of an empty drawing
 * @param ink what is drawn on it at first
 */
record SketchColors(String ground, String ink) {
  /** Black lines on white. */
  static final SketchColors PAPER = new SketchColors("#ffffff", "#000000");

  /** Where photos are loaded. */
  static final SketchColors PHOTO = new SketchColors("#808080", "#202020");

  private static final SketchColors SLATE = new SketchColors("#000000", "#ffffff");

  /** As much of a drawing is black or white, or nearly so. */
  private static final double SHARE = 0.9;

  /** As much of it is ground. */
  private static final double GROUND = 0.5;

  private static final float NEAR = 0.75f;

  /**
   * The two classes that cover most of some maps.
   *
   * @param maps of 3 channels each, in {@code [-1, 1]}
   */
  static SketchColors ofClasses(Palette palette, List<Image> maps) {
    var counts = new long[palette.size()];
    maps.stream()
        .filter(map -> map.channels() == 3)
        .forEach(map -> IntStream.of(palette.nearest(map)).forEach(one -> counts[one]++));
    var byCount =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted((one, other) -> Long.compare(counts[other], counts[one]))
            .map(palette::color)
            .map(NamedColor::css)
            .toList();
    return new SketchColors(byCount.get(0), byCount.get(Math.min(1, byCount.size() - 1)));
  }

  /**
   * Those of line drawings; empty if some pictures are none.
   *
   * @param pictures in {@code [-1, 1]}
   */
  static Optional<SketchColors> ofLines(List<Image> pictures) {
    double white = share(pictures, NEAR, 1);
    double black = share(pictures, NEAR, -1);
    if (white + black < SHARE || Math.max(white, black) < GROUND) {
      return Optional.empty();
    }
    return Optional.of(white > black ? PAPER : SLATE);
  }

  /** The share of pixels all of whose channels, times a sign, are at least so large. */
  private static double share(List<Image> pictures, float least, int sign) {
    long pixels = 0;
    long found = 0;
    for (var picture : pictures) {
      var values = picture.toArray();
      int channels = picture.channels();
      for (int at = 0; at < values.length; at += channels) {
        pixels++;
        int from = at;
        found +=
            IntStream.range(0, channels).allMatch(c -> sign * values[from + c] >= least) ? 1 : 0;
      }
    }
    return pixels == 0 ? 0 : (double) found / pixels;
  }
}
