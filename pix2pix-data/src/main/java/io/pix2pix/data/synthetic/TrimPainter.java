package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** Bands of stone that stand out, such as cornices and sills, and the shadows below them. */
final class TrimPainter implements PartPainter {

  @Override
  public void paint(Part part, Brush brush, Look look, RandomGenerator random) {
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
