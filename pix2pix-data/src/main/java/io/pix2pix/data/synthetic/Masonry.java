package io.pix2pix.data.synthetic;

import java.awt.Color;

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
