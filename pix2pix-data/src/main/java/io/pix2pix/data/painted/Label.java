package io.pix2pix.data.painted;

import java.awt.Color;

/** The classes of a front, and the flat colours that stand for them in maps of labels. */
enum Label {
  SKY(0x4a90d9),
  GROUND(0x6c757d),
  WALL(0xe9d8a6),
  ROOF(0xb5402a),
  CHIMNEY(0x5c1f12),
  CORNICE(0xffffff),
  WINDOW(0x1d3557),
  SILL(0x9b5de5),
  SHUTTER(0xf77f00),
  BALCONY(0x2ec4b6),
  DOOR(0x8a5a2b),
  SHOP(0xd62879),
  PLANT(0x55a630);

  private final Color colour;

  Label(int rgb) {
    colour = new Color(rgb);
  }

  /** Its colour in maps of labels. */
  Color colour() {
    return colour;
  }
}
