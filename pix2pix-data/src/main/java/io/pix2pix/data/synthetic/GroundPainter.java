package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** A pavement of slabs, its kerb, and the edge of the road. */
final class GroundPainter implements PartPainter {
  private static final Color SLABS = new Color(0xa39c92);
  private static final Color ROAD = new Color(0x55565c);

  @Override
  public void paint(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D bounds = part.bounds();
    double top = bounds.getMinY();
    double pavement = bounds.getHeight() * 0.6;
    brush.fill(part.outline(), ROAD);
    brush.fillDown(
        new Rectangle2D.Double(0, top, bounds.getWidth(), pavement),
        Colors.darker(SLABS, 0.25),
        SLABS);
    for (double x = -32; x < 96; x += 4) {
      double fan = (x - 32) * 0.12;
      double bottom = top + pavement;
      brush.polygon(
          look.shadow(0.35), x, top, x + 0.25, top, x + fan + 0.3, bottom, x + fan, bottom);
    }
    brush.rectangle(0, top + pavement, bounds.getWidth(), 0.6, Colors.lighter(SLABS, 0.35));
    brush.rectangle(0, top + pavement + 0.6, bounds.getWidth(), 0.4, look.shadow(0.8));
  }
}
