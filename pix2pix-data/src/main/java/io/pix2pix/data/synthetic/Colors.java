package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** Colors made from others. */
final class Colors {
  private Colors() {}

  /** Something between two colors: {@code share} of 0 gives the first, 1 the second. */
  static Color mix(Color first, Color second, double share) {
    return new Color(
        between(first.getRed(), second.getRed(), share),
        between(first.getGreen(), second.getGreen(), share),
        between(first.getBlue(), second.getBlue(), share),
        between(first.getAlpha(), second.getAlpha(), share));
  }

  private static int between(int first, int second, double share) {
    return (int) Math.round(first + (second - first) * Math.max(0, Math.min(1, share)));
  }

  /** Nearer to white, by a share from 0 to 1. */
  static Color lighter(Color color, double share) {
    return mix(color, faded(Color.WHITE, color.getAlpha() / 255.0), share);
  }

  /** Nearer to black, by a share from 0 to 1. */
  static Color darker(Color color, double share) {
    return mix(color, faded(Color.BLACK, color.getAlpha() / 255.0), share);
  }

  /** With an opacity from 0 to 1. */
  static Color faded(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(opacity * 255));
  }

  /** A little lighter or darker, by a share of at most {@code most}. */
  static Color varied(Color color, double most, RandomGenerator random) {
    double share = random.nextDouble(-most, most);
    return share > 0 ? lighter(color, share) : darker(color, -share);
  }

  /** One of several colors. */
  static Color oneOf(RandomGenerator random, int... rgb) {
    return new Color(rgb[random.nextInt(rgb.length)]);
  }
}
