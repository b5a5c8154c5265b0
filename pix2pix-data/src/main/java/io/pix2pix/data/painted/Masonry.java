package io.pix2pix.data.painted;

import java.awt.Color;

/** What a wall is made of. */
enum Masonry {
  BRICK(Label.BRICK_WALL, 0xb0523a),
  PLASTER(Label.PLASTER_WALL, 0xf2cc7c),
  STONE(Label.STONE_WALL, 0xc6c0b0);

  private final Label label;
  private final Color colour;

  Masonry(Label label, int colour) {
    this.label = label;
    this.colour = new Color(colour);
  }

  /** How maps of labels show it. */
  Label label() {
    return label;
  }

  /** Its usual colour. */
  Color colour() {
    return colour;
  }
}
