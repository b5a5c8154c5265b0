package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** An iron railing on a slab of stone, through which the wall is seen. */
final class BalconyPainter implements PartPainter {
  private static final Color IRON = new Color(0x23262b);

  @Override
  public void paint(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D balcony = part.bounds();
    double x = balcony.getMinX();
    double slab = balcony.getMaxY() - 1;
    brush.fillDown(
        new Rectangle2D.Double(
            x + look.shadowToRight(), balcony.getMaxY(), balcony.getWidth(), 2.5),
        look.shadow(1.2),
        look.shadow(0.1));
    brush.fill(balcony, look.shadow(0.4));
    for (double bar = x + 0.3; bar < balcony.getMaxX() - 0.2; bar += 1) {
      brush.rectangle(bar, balcony.getMinY(), 0.35, balcony.getHeight() - 1, IRON);
    }
    if (random.nextInt(5) < 2) {
      flowers(balcony, brush, random);
    }
    brush.rectangle(x, balcony.getMinY(), balcony.getWidth(), 0.6, IRON);
    brush.fillDown(
        new Rectangle2D.Double(x, slab, balcony.getWidth(), 1),
        Colors.lighter(look.trim(), 0.2),
        Colors.darker(look.trim(), 0.3));
  }

  private static void flowers(Rectangle2D balcony, Brush brush, RandomGenerator random) {
    Color blossom = Colors.oneOf(random, 0xd8404f, 0xe58ab0, 0xf0c040);
    for (double x = balcony.getMinX() + 0.5; x < balcony.getMaxX(); x += 0.7) {
      double y = balcony.getMinY() + random.nextDouble(0.4, 1.4);
      boolean leaf = random.nextInt(3) > 0;
      brush.ellipse(x, y, 0.6, 0.5, leaf ? new Color(0x4c7a3a) : blossom);
    }
  }
}
