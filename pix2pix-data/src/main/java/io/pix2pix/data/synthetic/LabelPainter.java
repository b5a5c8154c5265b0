package io.pix2pix.data.synthetic;

import java.awt.image.BufferedImage;

/** Paints maps of labels. */
final class LabelPainter {
  private LabelPainter() {}

  /** The map of a front: each pixel has the color of the label seen there. */
  static BufferedImage paint(Front front, int size) {
    var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    try (var brush = Brush.hard(picture)) {
      front.parts().forEach(part -> brush.fill(part.outline(), part.label().color()));
    }
    return picture;
  }
}
