package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** Paints roofs and what stands on them. */
final class Roofs {
  private static final Courses TILES = new Courses(1.6, 1.25, 0.15, 0.2);
  private static final Color BRICK = new Color(0x8d5240);

  private Roofs() {}

  /** Rows of tiles, each in the shadow of the row above. */
  static void roof(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D roof = part.bounds();
    brush.fillDown(
        part.outline(), Colors.lighter(look.roof(), 0.12), Colors.darker(look.roof(), 0.15));
    brush.inside(part.outline(), () -> tiles(roof, brush, look, random));
    Color lit = Colors.faded(Color.WHITE, 0.18);
    Color unlit = look.shadow(0.5);
    brush.fillAcross(
        part.outline(), look.sunOnLeft() ? lit : unlit, look.sunOnLeft() ? unlit : lit);
    brush.inside(
        part.outline(),
        () ->
            brush.rectangle(
                roof.getMinX(),
                roof.getMinY(),
                roof.getWidth(),
                0.7,
                Colors.lighter(look.roof(), 0.3)));
  }

  private static void tiles(Rectangle2D roof, Brush brush, Look look, RandomGenerator random) {
    TILES.paint(roof, look.roof(), look.shadow(0.5), brush, random);
    var undersides = new Path2D.Double();
    for (double y = roof.getMinY(); y < roof.getMaxY(); y += TILES.height()) {
      double top = y + TILES.height() * 0.75;
      undersides.append(
          new Rectangle2D.Double(roof.getMinX(), top, roof.getWidth(), TILES.height() * 0.25),
          false);
    }
    brush.fill(undersides, look.shadow(0.5));
  }

  /** A chimney of brick with a cap and a pot. */
  static void chimney(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D stack = part.bounds();
    brush.fill(stack, Colors.varied(BRICK, 0.15, random));
    for (double y = stack.getMinY() + 1; y < stack.getMaxY(); y++) {
      brush.rectangle(stack.getMinX(), y, stack.getWidth(), 0.2, look.shadow(0.5));
    }
    double half = stack.getWidth() / 2;
    double dark = look.sunOnLeft() ? stack.getMinX() + half : stack.getMinX();
    brush.rectangle(dark, stack.getMinY(), half, stack.getHeight(), look.shadow(0.6));
    brush.rectangle(
        stack.getMinX(), stack.getMinY(), stack.getWidth(), 0.7, Colors.lighter(BRICK, 0.35));
  }
}
