package io.pix2pix.data.synthetic;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/**
 * Something that is seen in a front.
 *
 * @param label what it is
 * @param outline where it is, in 64ths of the side of the picture
 */
record Part(Label label, Shape outline) {

  /** A part that is a rectangle. */
  static Part rectangle(Label label, double x, double y, double width, double height) {
    return new Part(label, new Rectangle2D.Double(x, y, width, height));
  }

  /** The rectangle around the outline. */
  Rectangle2D bounds() {
    return outline.getBounds2D();
  }
}
