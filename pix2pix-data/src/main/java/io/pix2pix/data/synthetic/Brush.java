package io.pix2pix.data.synthetic;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Paints on a square picture, in 64ths of its side whatever its size. To be closed. */
final class Brush implements AutoCloseable {
  private static final double UNITS = 64;

  private final Graphics2D graphics;

  private Brush(BufferedImage picture, Object antialiasing) {
    graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, antialiasing);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(picture.getWidth() / UNITS, picture.getHeight() / UNITS);
  }

  /** A brush whose edges are smooth. */
  static Brush smooth(BufferedImage picture) {
    return new Brush(picture, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  /** A brush that gives each pixel one of the colors used, never a mixture. */
  static Brush hard(BufferedImage picture) {
    return new Brush(picture, RenderingHints.VALUE_ANTIALIAS_OFF);
  }

  /** Fills an outline. */
  void fill(Shape outline, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(outline);
  }

  /** Fills a rectangle. */
  void rectangle(double x, double y, double width, double height, Paint paint) {
    fill(new Rectangle2D.Double(x, y, width, height), paint);
  }

  /** Fills an ellipse around a middle. */
  void ellipse(double x, double y, double radiusX, double radiusY, Paint paint) {
    fill(Outlines.ellipse(x, y, radiusX, radiusY), paint);
  }

  /** Fills a figure of straight sides, given as x and y of each corner. */
  void polygon(Paint paint, double... corners) {
    var path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    fill(path, paint);
  }

  /** Fills an outline with colors that change from its top to its bottom. */
  void fillDown(Shape outline, Color top, Color bottom) {
    Rectangle2D bounds = outline.getBounds2D();
    fill(
        outline,
        new GradientPaint(0, (float) bounds.getMinY(), top, 0, (float) bounds.getMaxY(), bottom));
  }

  /** Fills an outline with colors that change from its left to its right. */
  void fillAcross(Shape outline, Color left, Color right) {
    Rectangle2D bounds = outline.getBounds2D();
    fill(
        outline,
        new GradientPaint((float) bounds.getMinX(), 0, left, (float) bounds.getMaxX(), 0, right));
  }

  /** Paints only where an outline is. */
  void inside(Shape outline, Runnable painting) {
    Shape before = graphics.getClip();
    graphics.clip(outline);
    painting.run();
    graphics.setClip(before);
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
