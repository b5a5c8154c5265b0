package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.util.random.RandomGenerator;

/**
 * What labels tell about a whole front.
 *
 * @param mood of the sky
 * @param masonry of the wall
 * @param roofing of the roof
 */
record Style(Mood mood, Masonry masonry, Roofing roofing) {

  /** Draws a style. */
  static Style draw(RandomGenerator random) {
    return new Style(
        oneOf(Mood.values(), random),
        oneOf(Masonry.values(), random),
        oneOf(Roofing.values(), random));
  }

  private static <T> T oneOf(T[] values, RandomGenerator random) {
    return values[random.nextInt(values.length)];
  }

  /** What the sky does to a photo. */
  enum Mood {
    CLEAR(Label.CLEAR_SKY, 0x2f7fd6, 0xc4e4fa, 0xfff0cc, 0.08, 0.05),
    OVERCAST(Label.OVERCAST_SKY, 0x8e9cab, 0xdfe5ea, 0xe3ebf5, 0.06, 0.1),
    EVENING(Label.EVENING_SKY, 0x3d4f94, 0xfbb27c, 0xff9455, 0.14, 0.4);

    private final Label label;
    private final Color zenith;
    private final Color horizon;
    private final Color light;
    private final double strength;
    private final double lamps;

    Mood(Label label, int zenith, int horizon, int light, double strength, double lamps) {
      this.label = label;
      this.zenith = new Color(zenith);
      this.horizon = new Color(horizon);
      this.light = new Color(light);
      this.strength = strength;
      this.lamps = lamps;
    }

    /** How maps of labels show it. */
    Label label() {
      return label;
    }

    /** The sky's color above. */
    Color zenith() {
      return zenith;
    }

    /** The sky's color below. */
    Color horizon() {
      return horizon;
    }

    /** What tints everything, with its opacity. */
    Color light() {
      return Colors.faded(light, strength);
    }

    /** The share of windows with a lamp behind. */
    double lamps() {
      return lamps;
    }

    /** How dark shadows are, from 0 to 1. */
    double shadow() {
      return this == OVERCAST ? 0.3 : 0.5;
    }
  }

  /** What a wall is made of. */
  enum Masonry {
    BRICK(Label.BRICK_WALL, 0xb0523a),
    PLASTER(Label.PLASTER_WALL, 0xf2cc7c),
    STONE(Label.STONE_WALL, 0xc6c0b0);

    private final Label label;
    private final Color color;

    Masonry(Label label, int color) {
      this.label = label;
      this.color = new Color(color);
    }

    /** How maps of labels show it. */
    Label label() {
      return label;
    }

    /** Its usual color. */
    Color color() {
      return color;
    }
  }

  /** What a roof is covered with. */
  enum Roofing {
    TILES(Label.TILED_ROOF, 0xb65a38),
    SLATE(Label.SLATE_ROOF, 0x56626f);

    private final Label label;
    private final Color color;

    Roofing(Label label, int color) {
      this.label = label;
      this.color = new Color(color);
    }

    /** How maps of labels show it. */
    Label label() {
      return label;
    }

    /** Its usual color. */
    Color color() {
      return color;
    }
  }
}
