package io.pix2pix.data.synthetic;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Outlines that are no rectangles. */
final class Outlines {
  private Outlines() {}

  /** A rectangle with a round top. */
  static Shape arched(double x, double y, double width, double height) {
    double rise = Math.min(width / 2, height / 3);
    var path = new Path2D.Double();
    path.moveTo(x, y + height);
    path.append(new Arc2D.Double(x, y, width, 2 * rise, 180, -180, Arc2D.OPEN), true);
    path.lineTo(x + width, y + height);
    path.closePath();
    return path;
  }

  /** A rectangle whose top is shorter by {@code inset} on each side. */
  static Shape tapered(double x, double y, double width, double height, double inset) {
    var path = new Path2D.Double();
    path.moveTo(x, y + height);
    path.lineTo(x + inset, y);
    path.lineTo(x + width - inset, y);
    path.lineTo(x + width, y + height);
    path.closePath();
    return path;
  }

  /** An ellipse around a middle. */
  static Shape ellipse(double x, double y, double radiusX, double radiusY) {
    return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  /** All that one of the outlines encloses. */
  static Shape union(Iterable<Shape> outlines) {
    var union = new Area();
    outlines.forEach(outline -> union.add(new Area(outline)));
    return union;
  }
}
