package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** Glass that mirrors the sky, in a frame, with a room behind that no label tells of. */
final class WindowPainter implements PartPainter {
  private static final Color ROOM = new Color(0x202a38);
  private static final Color LAMP = new Color(0xffd27a);
  private static final Color CURTAIN = new Color(0xf2ead8);
  private static final double FRAME = 0.45;

  @Override
  public void paint(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D window = part.bounds();
    boolean lamp = random.nextDouble() < look.mood().lamps();
    Color sky = Colors.mix(ROOM, look.mood().horizon(), lamp ? 0.25 : 0.5);
    if (lamp) {
      brush.fillDown(part.outline(), Colors.darker(LAMP, 0.2), LAMP);
    } else {
      brush.fillDown(part.outline(), sky, ROOM);
    }
    brush.inside(
        part.outline(),
        () -> {
          curtains(window, brush, random);
          reflection(window, brush, look);
          frame(window, brush, look);
          reveal(window, brush, look);
        });
  }

  private static void curtains(Rectangle2D window, Brush brush, RandomGenerator random) {
    Color cloth = Colors.faded(CURTAIN, 0.75);
    double width = window.getWidth() * random.nextDouble(0.15, 0.3);
    double blind = window.getHeight() * random.nextDouble(0.2, 0.6);
    switch (random.nextInt(4)) {
      case 0 -> {
        brush.rectangle(window.getMinX(), window.getMinY(), width, window.getHeight(), cloth);
        brush.rectangle(
            window.getMaxX() - width, window.getMinY(), width, window.getHeight(), cloth);
      }
      case 1 ->
          brush.rectangle(window.getMinX(), window.getMinY(), window.getWidth(), blind, cloth);
      default -> {}
    }
  }

  private static void reflection(Rectangle2D window, Brush brush, Look look) {
    Color gleam = Colors.faded(Colors.lighter(look.mood().horizon(), 0.3), 0.28);
    double x = window.getMinX();
    double y = window.getMinY();
    double width = window.getWidth();
    double height = window.getHeight();
    brush.polygon(
        gleam, x, y + height * 0.55, x + width * 0.75, y, x + width, y, x, y + height * 0.8);
  }

  private static void frame(Rectangle2D window, Brush brush, Look look) {
    double x = window.getMinX();
    double y = window.getMinY();
    double width = window.getWidth();
    double height = window.getHeight();
    Color frame = look.frame();
    brush.rectangle(x, y, width, FRAME, frame);
    brush.rectangle(x, y + height - FRAME, width, FRAME, Colors.darker(frame, 0.1));
    brush.rectangle(x, y, FRAME, height, frame);
    brush.rectangle(x + width - FRAME, y, FRAME, height, frame);
    brush.rectangle(x + width / 2 - 0.2, y, 0.4, height, frame);
    brush.rectangle(x, y + height * 0.36, width, 0.4, frame);
    if (height > 7) {
      brush.rectangle(x, y + height * 0.68, width, 0.3, frame);
    }
  }

  private static void reveal(Rectangle2D window, Brush brush, Look look) {
    brush.fillDown(
        new Rectangle2D.Double(window.getMinX(), window.getMinY(), window.getWidth(), 1.4),
        look.shadow(1.2),
        look.shadow(0));
    double x = look.sunOnLeft() ? window.getMinX() : window.getMaxX() - 0.6;
    brush.rectangle(x, window.getMinY(), 0.6, window.getHeight(), look.shadow(0.7));
  }
}
