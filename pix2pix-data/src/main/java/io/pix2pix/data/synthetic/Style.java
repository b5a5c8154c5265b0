package io.pix2pix.data.synthetic;

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
        Choice.of(Mood.values(), random),
        Choice.of(Masonry.values(), random),
        Choice.of(Roofing.values(), random));
  }
}
