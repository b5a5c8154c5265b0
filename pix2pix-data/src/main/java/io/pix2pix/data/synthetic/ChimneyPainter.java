package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** A chimney of brick with a cap and a pot. */
final class ChimneyPainter implements PartPainter {
  private static final Color BRICK = new Color(0x8d5240);

  @Override
  public void paint(Part part, Brush brush, Look look, RandomGenerator random) {
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
