package io.pix2pix.data.painted;

import java.awt.Color;

/** What a roof is covered with. */
enum Roofing {
  TILES(Label.TILED_ROOF, 0xb65a38),
  SLATE(Label.SLATE_ROOF, 0x56626f);

  private final Label label;
  private final Color colour;

  Roofing(Label label, int colour) {
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
