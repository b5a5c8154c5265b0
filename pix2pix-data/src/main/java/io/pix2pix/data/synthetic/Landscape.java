package io.pix2pix.data.synthetic;

import io.pix2pix.data.synthetic.Style.Mood;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** Paints what is around a building: sky, ground and plants. */
final class Landscape {
  private static final int HORIZON = 40;
  private static final Color SLABS = new Color(0xa39c92);
  private static final Color ROAD = new Color(0x55565c);
  private static final Color GREEN = new Color(0x4f7f3a);
  private static final Color TRUNK = new Color(0x5a4030);
  private static final double LEAST_TREE = 15;

  private Landscape() {}

  /** A sky that is lighter towards the horizon, with clouds. */
  static void sky(Part part, Brush brush, Look look, RandomGenerator random) {
    Mood mood = look.mood();
    brush.fill(part.outline(), mood.horizon());
    brush.fillDown(
        new Rectangle2D.Double(0, 0, part.bounds().getWidth(), HORIZON),
        mood.zenith(),
        mood.horizon());
    for (int i = random.nextInt(2, 5); i > 0; i--) {
      cloud(brush, Colors.lighter(mood.horizon(), 0.6), random);
    }
  }

  private static void cloud(Brush brush, Color color, RandomGenerator random) {
    double x = random.nextDouble(64);
    double y = random.nextDouble(2, 18);
    double width = random.nextDouble(4, 9);
    for (int i = 0; i < 9; i++) {
      double along = random.nextDouble(-1, 1);
      double radius = width * (0.45 - 0.25 * Math.abs(along));
      double up = radius * random.nextDouble(0.1, 0.5);
      brush.ellipse(x + along * width, y - up, radius, radius * 0.5, Colors.faded(color, 0.3));
    }
  }

  /** A pavement of slabs, its kerb, and the edge of the road. */
  static void ground(Part part, Brush brush, Look look, RandomGenerator random) {
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

  /** Leaves, darker away from the sun; under the crown of a tree its trunk; often blossoms. */
  static void plant(Part part, Brush brush, Look look, RandomGenerator random) {
    Rectangle2D plant = part.bounds();
    Color green = Colors.varied(GREEN, 0.12, random);
    boolean blossoms = random.nextInt(3) == 0;
    Color blossom = Colors.oneOf(random, 0xe26d7e, 0xf3e3b0, 0xb28ad6);
    brush.fill(part.outline(), Colors.darker(green, 0.35));
    brush.inside(
        part.outline(),
        () -> {
          if (isTree(plant)) {
            trunk(plant, brush, look);
          }
          leaves(plant, brush, look, green, random);
          if (blossoms) {
            blossoms(plant, brush, blossom, random);
          }
        });
  }

  private static boolean isTree(Rectangle2D plant) {
    return plant.getHeight() > LEAST_TREE && plant.getWidth() > plant.getHeight() * 0.45;
  }

  private static void trunk(Rectangle2D plant, Brush brush, Look look) {
    double top = plant.getMinY() + plant.getHeight() * 0.7;
    brush.rectangle(plant.getMinX(), top, plant.getWidth(), plant.getMaxY() - top, TRUNK);
    double x = plant.getCenterX() + (look.sunOnLeft() ? 0 : -0.75);
    brush.rectangle(x, top, 0.75, plant.getMaxY() - top, look.shadow(0.8));
  }

  private static void leaves(
      Rectangle2D plant, Brush brush, Look look, Color green, RandomGenerator random) {
    double size = Math.min(1.6, 0.4 + plant.getHeight() * 0.08);
    double depth = isTree(plant) ? 0.7 : 1;
    int count = (int) (plant.getWidth() * plant.getHeight() * depth / (size * size));
    for (int i = 0; i < count; i++) {
      double across = random.nextDouble();
      double down = random.nextDouble();
      double sun = (look.sunOnLeft() ? 1 - across : across) * 0.5 + (1 - down) * 0.5;
      Color leaf = Colors.mix(Colors.darker(green, 0.35), Colors.lighter(green, 0.3), sun);
      brush.ellipse(
          plant.getMinX() + across * plant.getWidth(),
          plant.getMinY() + down * depth * plant.getHeight(),
          size * 0.7,
          size * 0.5,
          Colors.varied(leaf, 0.12, random));
    }
  }

  private static void blossoms(
      Rectangle2D plant, Brush brush, Color blossom, RandomGenerator random) {
    int count = 4 + (int) (plant.getWidth() * plant.getHeight() / 12);
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble(plant.getMinX(), plant.getMaxX());
      double y = plant.getMinY() + random.nextDouble(0.65) * plant.getHeight();
      brush.ellipse(x, y, 0.4, 0.4, blossom);
    }
  }
}
