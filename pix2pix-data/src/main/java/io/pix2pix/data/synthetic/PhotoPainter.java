package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Paints photos of fronts. */
final class PhotoPainter {
  private static final int GRAIN = 5;

  private PhotoPainter() {}

  private static Part.Painter painter(Label label) {
    return switch (label) {
      case CLEAR_SKY, OVERCAST_SKY, EVENING_SKY -> Landscape::sky;
      case GROUND -> Landscape::ground;
      case BRICK_WALL, PLASTER_WALL, STONE_WALL -> Walls::wall;
      case TILED_ROOF, SLATE_ROOF -> Roofs::roof;
      case CHIMNEY -> Roofs::chimney;
      case CORNICE, SILL -> Walls::trim;
      case WINDOW -> Openings::window;
      case SHUTTER -> Openings::shutter;
      case BALCONY -> Openings::balcony;
      case DOOR -> Openings::door;
      case SHOP -> Shops::shop;
      case AWNING -> Shops::awning;
      case PLANT -> Landscape::plant;
    };
  }

  /**
   * A photo of a front, in a look drawn at random.
   *
   * @param size height and width, in pixels; at every size the same numbers give the same photo
   */
  static BufferedImage paint(Front front, int size, RandomGenerator random) {
    var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Look look = Look.draw(front.style(), random);
    try (var brush = Brush.smooth(picture)) {
      for (Part part : front.parts()) {
        painter(part.label()).paint(part, brush, look, random);
      }
      light(brush, look);
    }
    grain(picture, random);
    return picture;
  }

  private static void light(Brush brush, Look look) {
    var all = new Rectangle2D.Double(0, 0, 64, 64);
    brush.fill(all, look.mood().light());
    Color none = Colors.faded(Color.BLACK, 0);
    brush.fillDown(all, none, Colors.faded(Color.BLACK, 0.1));
  }

  /** The noise of a camera makes each pixel a little lighter or darker. */
  private static void grain(BufferedImage picture, RandomGenerator random) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      int more = random.nextInt(-GRAIN, GRAIN + 1);
      int red = added(pixels[i] >> 16, more);
      int green = added(pixels[i] >> 8, more);
      int blue = added(pixels[i], more);
      pixels[i] = red << 16 | green << 8 | blue;
    }
    picture.setRGB(0, 0, width, height, pixels, 0, width);
  }

  private static int added(int channel, int more) {
    return Math.max(0, Math.min(255, (channel & 0xff) + more));
  }
}
