package io.pix2pix.data.synthetic;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

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

  /** Paints parts of one class as they look in a photo. */
  @FunctionalInterface
  interface Painter {

    /**
     * Paints a part over what is behind it.
     *
     * @param random for what the label leaves open in this part; the numbers taken must not depend
     *     on the size of the picture
     */
    void paint(Part part, Brush brush, Look look, RandomGenerator random);
  }
}
