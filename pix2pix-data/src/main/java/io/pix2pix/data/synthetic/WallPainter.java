package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** A wall of brick, plaster or stone. */
final class WallPainter implements PartPainter {
  private static final Courses BRICKS = new Courses(2.4, 1, 0.14, 0.2);
  private static final Courses STONES = new Courses(6, 3, 0.2, 0.12);

  @Override
  public void paint(Part part, Brush brush, Look look, RandomGenerator random) {
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
}
