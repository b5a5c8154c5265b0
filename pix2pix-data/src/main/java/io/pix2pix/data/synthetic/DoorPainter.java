package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** A panelled door of two leaves under a window, in a frame of stone, above a step. */
final class DoorPainter implements PartPainter {
  private static final Color BRASS = new Color(0xd9b24a);

  @Override
  public void paint(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D door = part.bounds();
    brush.fill(part.outline(), look.trim());
    brush.inside(
        part.outline(),
        () -> {
          Color wood = Colors.varied(look.door(), 0.12, random);
          double light = door.getHeight() * 0.28;
          fanlight(door, light, brush, look);
          leaf(door, light, 0.7, brush, look, wood);
          leaf(door, light, door.getWidth() / 2 + 0.1, brush, look, wood);
          step(door, brush, look);
        });
    brush.ellipse(door.getCenterX() + 0.6, door.getCenterY() + 1.6, 0.25, 0.3, BRASS);
  }

  private static void fanlight(Rectangle2D door, double height, Brush brush, Look look) {
    brush.fillDown(
        new Rectangle2D.Double(
            door.getMinX() + 0.7, door.getMinY() + 0.7, door.getWidth() - 1.4, height - 0.9),
        Colors.darker(look.mood().horizon(), 0.3),
        new Color(0x2a3240));
    brush.rectangle(
        door.getCenterX() - 0.15, door.getMinY() + 0.7, 0.3, height - 0.9, look.frame());
  }

  private static void leaf(
      Rectangle2D door, double top, double from, Brush brush, Look look, Color wood) {
    double x = door.getMinX() + from;
    double y = door.getMinY() + top;
    double width = door.getWidth() / 2 - 0.8;
    double height = door.getHeight() - top - 1;
    brush.rectangle(x, y, width, height, wood);
    for (int panel = 0; panel < 2; panel++) {
      double panelTop = y + 0.6 + panel * height / 2;
      double panelHeight = height / 2 - 1.1;
      brush.rectangle(x + 0.4, panelTop, width - 0.8, panelHeight, Colors.darker(wood, 0.35));
      brush.rectangle(
          x + 0.6, panelTop + 0.3, width - 1, panelHeight - 0.3, Colors.lighter(wood, 0.12));
    }
    brush.rectangle(x, y, width, 0.6, look.shadow(0.9));
  }

  private static void step(Rectangle2D door, Brush brush, Look look) {
    brush.rectangle(
        door.getMinX(), door.getMaxY() - 1, door.getWidth(), 1, Colors.darker(look.trim(), 0.15));
    brush.rectangle(door.getMinX(), door.getMaxY() - 1, door.getWidth(), 0.3, Color.WHITE);
  }
}
