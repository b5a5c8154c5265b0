package io.pix2pix.data.resize;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

/** Pictures cut to a size around their middle, or continued to it by their mirror images. */
public final class Frame {
  private Frame() {}

  /**
   * The middle of a picture. Where the size is larger, its mirror image continues it.
   *
   * @param picture {@code [h, w, c]}
   * @param size of the result; its channels do not count
   */
  public static Image middle(Image picture, ImageShape size) {
    int top = (picture.height() - size.height()) / 2;
    int left = (picture.width() - size.width()) / 2;
    return part(picture, top, left, size);
  }

  /**
   * A part of a picture. What lies beyond its edges is its mirror image.
   *
   * @param top row at which the part begins; negative above the picture
   * @param left column at which it begins
   * @param size of the result; its channels do not count
   */
  public static Image part(Image picture, int top, int left, ImageShape size) {
    var shape = picture.shape().resized(size.height(), size.width());
    if (top == 0 && left == 0 && shape.equals(picture.shape())) {
      return picture;
    }
    var values = new float[shape.size()];
    int at = 0;
    for (int y = 0; y < shape.height(); y++) {
      int fromY = mirrored(top + y, picture.height());
      for (int x = 0; x < shape.width(); x++) {
        int fromX = mirrored(left + x, picture.width());
        for (int channel = 0; channel < shape.channels(); channel++) {
          values[at++] = picture.at(fromY, fromX, channel);
        }
      }
    }
    return Image.owning(shape, values);
  }

  /** The place in a picture of what stands where its mirror images continue it. */
  private static int mirrored(int at, int length) {
    int inPeriod = Math.floorMod(at, 2 * length);
    return inPeriod < length ? inPeriod : 2 * length - 1 - inPeriod;
  }
}
