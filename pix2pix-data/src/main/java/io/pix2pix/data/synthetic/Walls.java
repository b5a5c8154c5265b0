package io.pix2pix.data.synthetic;

import io.pix2pix.data.synthetic.Style.Masonry;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** Paints walls, and the bands of stone on them. */
final class Walls {
  private static final Courses BRICKS = new Courses(2.4, 1, 0.14, 0.2);
  private static final Courses STONES = new Courses(6, 3, 0.2, 0.12);

  private Walls() {}

  /** A wall of brick, plaster or stone. */
  static void wall(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D wall = part.bounds();
    Color mortar = Colors.faded(Colors.lighter(look.wall(), 0.45), 0.5);
    brush.fill(wall, look.wall());
    brush.inside(
        wall,
        () -> {
          switch (look.style().masonry()) {
            case BRICK -> BRICKS.paint(wall, look.wall(), mortar, brush, random);
            case PLASTER -> stains(wall, brush, look.wall(), random);
            case STONE -> STONES.paint(wall, look.wall(), mortar, brush, random);
          }
          if (look.style().masonry() != Masonry.STONE) {
            corners(wall, brush, look);
          }
        });
    Color lit = Colors.faded(Color.WHITE, 0.14);
    Color unlit = look.shadow(0.45);
    brush.fillAcross(wall, look.sunOnLeft() ? lit : unlit, look.sunOnLeft() ? unlit : lit);
    dampFoot(wall, brush, look);
  }

  private static void stains(Rectangle2D wall, Brush brush, Color color, RandomGenerator random) {
    for (int i = 0; i < 40; i++) {
      double x = random.nextDouble(wall.getMinX(), wall.getMaxX());
      double y = random.nextDouble(wall.getMinY(), wall.getMaxY());
      double radius = random.nextDouble(1, 6);
      Color stain = Colors.faded(Colors.varied(color, 0.35, random), 0.12);
      brush.ellipse(x, y, radius, radius * random.nextDouble(0.4, 1.4), stain);
    }
  }

  private static void corners(Rectangle2D wall, Brush brush, Look look) {
    boolean wide = true;
    for (double y = wall.getMinY() + 1; y < wall.getMaxY(); y += 2) {
      double width = wide ? 2.4 : 1.5;
      Color stone = Colors.darker(look.trim(), 0.08);
      brush.rectangle(wall.getMinX(), y, width, 1.8, stone);
      brush.rectangle(wall.getMaxX() - width, y, width, 1.8, stone);
      wide = !wide;
    }
  }

  private static void dampFoot(Rectangle2D wall, Brush brush, Look look) {
    brush.fillDown(
        new Rectangle2D.Double(wall.getMinX(), wall.getMaxY() - 4, wall.getWidth(), 4),
        look.shadow(0),
        look.shadow(0.4));
    brush.rectangle(
        wall.getMinX(), wall.getMaxY() - 1, wall.getWidth(), 1, Colors.faded(look.trim(), 0.35));
  }

  /** Bands of stone that stand out, such as cornices and sills, and the shadows below them. */
  static void trim(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D band = part.bounds();
    shadow(band, brush, look);
    Color stone = Colors.varied(look.trim(), 0.05, random);
    brush.fillDown(band, Colors.lighter(stone, 0.3), Colors.darker(stone, 0.25));
    if (band.getHeight() > 1) {
      dentils(band, brush, look);
    }
  }

  private static void shadow(Rectangle2D band, Brush brush, Look look) {
    double depth = 0.6 + band.getHeight() * 0.6;
    brush.fillDown(
        new Rectangle2D.Double(
            band.getMinX() + look.shadowToRight() * 0.5, band.getMaxY(), band.getWidth(), depth),
        look.shadow(1),
        look.shadow(0.1));
  }

  private static void dentils(Rectangle2D band, Brush brush, Look look) {
    double middle = band.getMinY() + band.getHeight() * 0.45;
    brush.rectangle(band.getMinX(), middle, band.getWidth(), 0.2, look.shadow(0.6));
    for (double x = band.getMinX() + 0.4; x < band.getMaxX() - 0.4; x += 1.5) {
      brush.rectangle(x, middle + 0.35, 0.6, 0.6, look.shadow(0.55));
    }
  }
}
