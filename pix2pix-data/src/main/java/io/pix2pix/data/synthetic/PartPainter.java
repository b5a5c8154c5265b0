package io.pix2pix.data.synthetic;

import java.util.random.RandomGenerator;

/** Paints parts of one class as they look in a photo. */
interface PartPainter {

  /**
   * Paints a part over what is behind it.
   *
   * @param random for what the label leaves open in this part; the numbers taken must not depend on
   *     the size of the picture
   */
  void paint(Part part, Brush brush, Look look, RandomGenerator random);
}
