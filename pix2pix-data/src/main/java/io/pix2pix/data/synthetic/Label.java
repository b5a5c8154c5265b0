package io.pix2pix.data.synthetic;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Palette;
import java.awt.Color;
import java.util.Arrays;

/** The classes of a front, and the flat colors that stand for them in maps of labels. */
enum Label {
  CLEAR_SKY(0x4a90d9),
  OVERCAST_SKY(0xc7d3dd),
  EVENING_SKY(0xf4a6c0),
  GROUND(0x4d4d4d),
  BRICK_WALL(0xe07a5f),
  PLASTER_WALL(0xf2dc8f),
  STONE_WALL(0xa89f91),
  TILED_ROOF(0xb5402a),
  SLATE_ROOF(0x4f6d8f),
  CHIMNEY(0x5c1f12),
  CORNICE(0xffffff),
  WINDOW(0x14213d),
  SILL(0x9b5de5),
  SHUTTER(0xf77f00),
  BALCONY(0x2ec4b6),
  DOOR(0x0b6e4f),
  SHOP(0xd62879),
  AWNING(0xffd60a),
  PLANT(0x55a630);

  private final Color color;

  Label(int rgb) {
    color = new Color(rgb);
  }

  /** All of them. */
  static Palette palette() {
    return new Palette(
        Arrays.stream(values())
            .map(
                label ->
                    new Palette.Entry(
                        Ascii.toLowerCase(label.name()).replace('_', '-'),
                        label.color.getRGB() & 0xffffff))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Its color in maps of labels. */
  Color color() {
    return color;
  }
}
