package io.pix2pix.data.resize;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

/**
 * The size that a data set gives its pictures when it reads them.
 *
 * @param height in pixels; 0 keeps both as stored
 * @param width in pixels; 0 keeps both as stored
 * @param method how new pixels follow from old ones
 * @param fit what happens where proportions differ
 * @param multiple of height and width with {@link Fit#KEEP}, in pixels
 */
public record ReadSize(int height, int width, Resampling method, Fit fit, int multiple) {

  /** The shape that a stored picture has once it is read. */
  public ImageShape of(ImageShape stored) {
    if (fit == Fit.KEEP) {
      return stored.resized(padded(stored.height()), padded(stored.width()));
    }
    return height == 0 ? stored : stored.resized(height, width);
  }

  private int padded(int pixels) {
    return (pixels + multiple - 1) / multiple * multiple;
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

  /**
   * What was made of a picture that was fitted into another size, at the size of that picture.
   *
   * @param made at the size that the picture was brought to
   * @param size that the picture had; its channels do not count
   * @param how new pixels follow from old ones
   * @throws InvalidInputException if parts of the picture were cut
   */
  public Image restored(Image made, ImageShape size, Resampling how) {
    if (made.height() == size.height() && made.width() == size.width()) {
      return made;
    }
    var scaled = fit.scaled(size, made.shape());
    if (scaled.height() > made.height() || scaled.width() > made.width()) {
      throw new InvalidInputException(
          "--restore-size: data.pixels.resize.fit: crop cuts pictures of %s pixels, and what is cut is not made; leave it out"
              .formatted(size.widthByHeight()));
    }
    return how.resize(Frame.middle(made, scaled), size.height(), size.width());
  }
}
