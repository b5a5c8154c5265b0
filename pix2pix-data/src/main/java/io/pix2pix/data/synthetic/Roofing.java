package io.pix2pix.data.synthetic;

import java.awt.Color;

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
