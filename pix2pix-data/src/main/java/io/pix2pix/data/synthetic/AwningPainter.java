package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** A striped cloth with a scalloped edge, and its shadow on the shop below. */
final class AwningPainter implements PartPainter {
  private static final Color CREAM = new Color(0xf3ecdc);
  private static final double STRIPE = 1.5;
  private static final double SCALLOP = 0.6;

  @Override
  public void paint(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D awning = part.bounds();
    double edge = awning.getMaxY() - SCALLOP;
    brush.fillDown(
        new Rectangle2D.Double(
            awning.getMinX() + look.shadowToRight(), edge, awning.getWidth(), 2.4),
        look.shadow(1.1),
        look.shadow(0));
    stripes(awning, edge, brush, Colors.lighter(look.shop(), 0.15));
    brush.fillDown(
        new Rectangle2D.Double(
            awning.getMinX(), awning.getMinY(), awning.getWidth(), edge - awning.getMinY()),
        Colors.faded(Color.WHITE, 0.15),
        look.shadow(0.4));
  }

  private static void stripes(Rectangle2D awning, double edge, Brush brush, Color cloth) {
    double top = awning.getMinY();
    boolean colored = true;
    for (double x = awning.getMinX(); x < awning.getMaxX() - 0.1; x += STRIPE) {
      double width = Math.min(STRIPE, awning.getMaxX() - x);
      Color stripe = colored ? cloth : CREAM;
      brush.rectangle(x, top, width, edge - top, stripe);
      brush.ellipse(x + width / 2, edge, width / 2, SCALLOP, stripe);
      colored = !colored;
    }
  }
}
