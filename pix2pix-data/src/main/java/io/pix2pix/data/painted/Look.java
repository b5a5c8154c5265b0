package io.pix2pix.data.painted;

import java.awt.Color;
import java.util.random.RandomGenerator;

/**
 * What labels leave open: materials, colours and light of one photo.
 *
 * @param mood of the sky
 * @param sunOnLeft where the light comes from
 * @param masonry of the wall
 * @param wall its colour
 * @param roof colour of tiles
 * @param trim colour of cornices, sills and balconies
 * @param frame colour of window frames
 * @param door colour of doors
 * @param shutter colour of shutters
 * @param shop colour of the shop's wood and awning
 */
record Look(
    Mood mood,
    boolean sunOnLeft,
    Masonry masonry,
    Color wall,
    Color roof,
    Color trim,
    Color frame,
    Color door,
    Color shutter,
    Color shop) {

  /** Draws a look. */
  static Look draw(RandomGenerator random) {
    Mood mood = Choice.of(Mood.values(), random);
    Masonry masonry = Choice.of(Masonry.values(), random);
    return new Look(
        mood,
        random.nextBoolean(),
        masonry,
        wall(masonry, random),
        Colours.oneOf(random, 0xb65a38, 0x56626f, 0x8a4a3c),
        Colours.oneOf(random, 0xe9e2d0, 0xd6cfc0, 0xf3efe6),
        Colours.oneOf(random, 0xf4f1ea, 0xf4f1ea, 0x4a3527),
        Colours.oneOf(random, 0x7a4a28, 0x1f6048, 0xa8322c, 0x264f7a),
        Colours.oneOf(random, 0x2f7a5e, 0x4f84b8, 0x8a4f32),
        Colours.oneOf(random, 0x24584a, 0xa02c2c, 0x2a4380));
  }

  private static Color wall(Masonry masonry, RandomGenerator random) {
    return switch (masonry) {
      case BRICK -> Colours.oneOf(random, 0xb0523a, 0xc4805a);
      case PLASTER -> Colours.oneOf(random, 0xf2cc7c, 0xecb59a, 0xbfd6c2);
      case STONE -> Colours.oneOf(random, 0xd8ccae, 0xb4b4b0);
    };
  }

  /** How far shadows fall to the right, for a thing that stands out by one unit. */
  double shadowToRight() {
    return sunOnLeft ? 0.8 : -0.8;
  }

  /** A shadow's colour, of the mood's darkness times {@code share}. */
  Color shadow(double share) {
    return Colours.faded(new Color(0x1a1626), mood.shadow() * share);
  }
}
