package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Paints photos of fronts. */
final class PhotoPainter {
  private PhotoPainter() {}

  private static PartPainter painter(Label label) {
    return switch (label) {
      case CLEAR_SKY, OVERCAST_SKY, EVENING_SKY -> new SkyPainter();
      case GROUND -> new GroundPainter();
      case BRICK_WALL, PLASTER_WALL, STONE_WALL -> new WallPainter();
      case TILED_ROOF, SLATE_ROOF -> new RoofPainter();
      case CHIMNEY -> new ChimneyPainter();
      case CORNICE, SILL -> new TrimPainter();
      case WINDOW -> new WindowPainter();
      case SHUTTER -> new ShutterPainter();
      case BALCONY -> new BalconyPainter();
      case DOOR -> new DoorPainter();
      case SHOP -> new ShopPainter();
      case AWNING -> new AwningPainter();
      case PLANT -> new PlantPainter();
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
    Grain.add(picture, random);
    return picture;
  }

  private static void light(Brush brush, Look look) {
    var all = new Rectangle2D.Double(0, 0, 64, 64);
    brush.fill(all, look.mood().light());
    Color none = Colors.faded(Color.BLACK, 0);
    brush.fillDown(all, none, Colors.faded(Color.BLACK, 0.1));
  }
}
