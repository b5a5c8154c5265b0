package io.pix2pix.data.resize;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;

/**
 * The size that a data set gives its pictures when it reads them.
 *
 * @param edge height and width, in pixels; 0 keeps both as stored
 */
public record SquareSize(int edge) {

  /** The shape that a stored picture has once it is read. */
  public ImageShape of(ImageShape stored) {
    return edge == 0 ? stored : stored.resized(edge, edge);
  }

  /** The shapes of two pictures of one stored shape, once they are read. */
  public PairShape ofBoth(ImageShape stored) {
    return new PairShape(of(stored), of(stored));
  }

  /** A stored picture at this size: {@link Resampling#BICUBIC}. */
  public Image of(Image stored) {
    var shape = of(stored.shape());
    return Resampling.BICUBIC.resize(stored, shape.height(), shape.width());
  }
}
