package io.pix2pix.data.synthetic;

import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** A wooden shutter with slats. */
final class ShutterPainter implements PartPainter {

  @Override
  public void paint(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D shutter = part.bounds();
    brush.rectangle(
        shutter.getMinX() + look.shadowToRight() * 0.5,
        shutter.getMinY() + 0.4,
        shutter.getWidth(),
        shutter.getHeight(),
        look.shadow(0.7));
    brush.fill(shutter, Colors.varied(look.shutter(), 0.1, random));
    for (double y = shutter.getMinY() + 0.7; y < shutter.getMaxY() - 0.5; y += 0.8) {
      brush.rectangle(shutter.getMinX() + 0.3, y, shutter.getWidth() - 0.6, 0.3, look.shadow(0.75));
    }
    brush.rectangle(
        shutter.getMinX(),
        shutter.getMinY(),
        shutter.getWidth(),
        0.3,
        Colors.lighter(look.shutter(), 0.3));
  }
}
