package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** A sky that is lighter towards the horizon, with clouds. */
final class SkyPainter implements PartPainter {
  private static final int HORIZON = 40;

  @Override
  public void paint(Part part, Brush brush, Look look, RandomGenerator random) {
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
}
