package io.pix2pix.data.synthetic;

import io.pix2pix.data.synthetic.Style.Mood;
import java.awt.Color;
import java.util.random.RandomGenerator;

/**
 * How the things of one photo look: in the colors of a style, but in shades and a light that labels
 * leave open.
 *
 * @param style of the front
 * @param sunOnLeft where the light comes from
 * @param wall color of the wall
 * @param roof color of the roof
 * @param trim color of cornices, sills and balconies
 * @param frame color of window frames
 * @param door color of doors
 * @param shutter color of shutters
 * @param shop color of the shop's wood and awning
 */
record Look(
    Style style,
    boolean sunOnLeft,
    Color wall,
    Color roof,
    Color trim,
    Color frame,
    Color door,
    Color shutter,
    Color shop) {
  private static final double VARIETY = 0.12;

  /** Draws a look. */
  static Look draw(Style style, RandomGenerator random) {
    return new Look(
        style,
        random.nextBoolean(),
        shade(style.masonry().color(), random),
        shade(style.roofing().color(), random),
        shade(new Color(0xe9e2d0), random),
        shade(new Color(0xf4f1ea), random),
        shade(new Color(0x1f6048), random),
        shade(new Color(0x4f84b8), random),
        shade(new Color(0xa02c2c), random));
  }

  private static Color shade(Color color, RandomGenerator random) {
    return Colors.varied(color, VARIETY, random);
  }

  /** What the sky does to the photo. */
  Mood mood() {
    return style.mood();
  }

  /** How far shadows fall to the right, for a thing that stands out by one unit. */
  double shadowToRight() {
    return sunOnLeft ? 0.8 : -0.8;
  }

  /** A shadow's color, of the mood's darkness times {@code share}. */
  Color shadow(double share) {
    return Colors.faded(new Color(0x1a1626), mood().shadow() * share);
  }
}
