package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** Paints shops and their awnings. */
final class Shops {
  private static final Color GOLD = new Color(0xe3c06a);
  private static final double SIGN = 2.4;
  private static final double PLINTH = 1.8;
  private static final Color CREAM = new Color(0xf3ecdc);
  private static final double STRIPE = 1.5;
  private static final double SCALLOP = 0.6;

  private Shops() {}

  /** A shop front: a sign and large panes with goods behind them. */
  static void shop(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D shop = part.bounds();
    brush.fill(shop, look.shop());
    int panes = (int) Math.round(shop.getWidth() / 9);
    double pitch = shop.getWidth() / panes;
    for (int i = 0; i < panes; i++) {
      var pane =
          new Rectangle2D.Double(
              shop.getMinX() + i * pitch + 0.6,
              shop.getMinY() + SIGN + 0.3,
              pitch - 1.2,
              shop.getHeight() - SIGN - PLINTH - 0.3);
      brush.inside(pane, () -> pane(pane, brush, look, random));
    }
    sign(shop, brush, look, random);
  }

  private static void pane(Rectangle2D pane, Brush brush, Look look, RandomGenerator random) {
    brush.fillDown(pane, new Color(0x3a3630), new Color(0x8a7350));
    double shelf = pane.getMaxY() - 0.5;
    brush.rectangle(pane.getMinX(), shelf, pane.getWidth(), 0.5, new Color(0x5a4632));
    for (double x = pane.getMinX() + 0.8; x < pane.getMaxX() - 0.5; x += 1.5) {
      Color goods = Colors.oneOf(random, 0xb5654c, 0xcba35a, 0x7d9a72, 0xd9cbb4, 0x6f8f99);
      double height = random.nextDouble(0.8, 2.6);
      brush.rectangle(x, shelf - height, 1, height, goods);
    }
    Color gleam = Colors.faded(look.mood().horizon(), 0.25);
    brush.polygon(
        gleam,
        pane.getMinX(),
        pane.getMaxY(),
        pane.getMinX() + pane.getWidth() * 0.45,
        pane.getMinY(),
        pane.getMinX() + pane.getWidth() * 0.75,
        pane.getMinY(),
        pane.getMinX() + pane.getWidth() * 0.3,
        pane.getMaxY());
    brush.rectangle(pane.getMinX(), pane.getMinY(), pane.getWidth(), 0.8, look.shadow(0.9));
  }

  private static void sign(Rectangle2D shop, Brush brush, Look look, RandomGenerator random) {
    brush.fillDown(
        new Rectangle2D.Double(shop.getMinX(), shop.getMinY(), shop.getWidth(), SIGN),
        Colors.lighter(look.shop(), 0.15),
        Colors.darker(look.shop(), 0.2));
    double half = shop.getWidth() * random.nextDouble(0.15, 0.3);
    for (double x = shop.getCenterX() - half; x < shop.getCenterX() + half; x += 1.1) {
      if (random.nextInt(5) > 0) {
        brush.rectangle(x, shop.getMinY() + 0.7, 0.7, 1.1, GOLD);
      }
    }
  }

  /** A striped cloth with a scalloped edge, and its shadow on the shop below. */
  static void awning(Part part, Brush brush, Look look, RandomGenerator random) {
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
