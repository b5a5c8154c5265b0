package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/**
 * Blocks in rows, each row shifted by half a block: bricks, stones, tiles.
 *
 * @param width of a block
 * @param height of a block
 * @param joint between blocks
 * @param variety how much blocks differ, as a share of lightness
 */
record Courses(double width, double height, double joint, double variety) {
  private static final int TINTS = 6;
  private static final int TINTED_OF = 10;

  /** Paints blocks of a color over an area. Blocks at its edges may reach out of it. */
  void paint(Rectangle2D area, Color color, Color between, Brush brush, RandomGenerator random) {
    // One outline for all blocks of a tint: many small fills would take most of the time.
    var joints = new Path2D.Double();
    var tints = new Path2D[TINTS];
    for (int i = 0; i < TINTS; i++) {
      tints[i] = new Path2D.Double();
    }
    boolean shifted = false;
    for (double y = area.getMinY(); y < area.getMaxY(); y += height) {
      double x = area.getMinX() - (shifted ? width / 2 : 0);
      for (; x < area.getMaxX(); x += width) {
        int tint = random.nextInt(TINTED_OF);
        if (tint < TINTS) {
          tints[tint].append(new Rectangle2D.Double(x, y, width, height), false);
        }
        joints.append(new Rectangle2D.Double(x, y + joint, joint, height - joint), false);
      }
      joints.append(new Rectangle2D.Double(area.getMinX(), y, area.getWidth(), joint), false);
      shifted = !shifted;
    }
    for (Path2D tint : tints) {
      brush.fill(tint, Colors.varied(color, variety, random));
    }
    brush.fill(joints, between);
  }
}
