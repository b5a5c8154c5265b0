package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** Paints windows, doors, and what belongs to them. */
final class Openings {
  private static final Color ROOM = new Color(0x202a38);
  private static final Color LAMP = new Color(0xffd27a);
  private static final Color CURTAIN = new Color(0xf2ead8);
  private static final double FRAME = 0.45;
  private static final Color IRON = new Color(0x23262b);
  private static final Color BRASS = new Color(0xd9b24a);

  private Openings() {}

  /** Glass that mirrors the sky, in a frame, with a room behind that no label tells of. */
  static void window(Part part, Brush brush, Look look, RandomGenerator random) {
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

  /** A wooden shutter with slats. */
  static void shutter(Part part, Brush brush, Look look, RandomGenerator random) {
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

  /** An iron railing on a slab of stone, through which the wall is seen. */
  static void balcony(Part part, Brush brush, Look look, RandomGenerator random) {
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

  /** A panelled door of two leaves under a window, in a frame of stone, above a step. */
  static void door(Part part, Brush brush, Look look, RandomGenerator random) {
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
