package io.pix2pix.data.resize;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

/**
 * The size that a data set gives its pictures when it reads them.
 *
 * @param height in pixels; 0 keeps both as stored
 * @param width in pixels; 0 keeps both as stored
 * @param method how new pixels follow from old ones
 * @param fit what happens where proportions differ
 */
public record ReadSize(int height, int width, Resampling method, Fit fit) {

  /** The shape that a stored picture has once it is read. */
  public ImageShape of(ImageShape stored) {
    return height == 0 ? stored : stored.resized(height, width);
  }

  /** A stored picture at this size. */
  public Image of(Image stored) {
    return at(stored, of(stored.shape()), method);
  }

  /** A stored label map at this size: no pixel is a mixture of others. */
  public Image ofLabels(Image stored) {
    return at(stored, of(stored.shape()), Resampling.NEAREST);
  }

  /**
   * A picture at another size, fitted into it in this way.
   *
   * @param size of the result; its channels do not count
   * @param how new pixels follow from old ones
   */
  public Image at(Image picture, ImageShape size, Resampling how) {
    if (picture.height() == size.height() && picture.width() == size.width()) {
      return picture;
    }
    var scaled = fit.scaled(picture.shape(), size);
    return Frame.middle(how.resize(picture, scaled.height(), scaled.width()), size);
  }
}
