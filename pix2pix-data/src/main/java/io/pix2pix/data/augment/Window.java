package io.pix2pix.data.augment;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

/**
 * A rectangle of an image, perhaps of one that is resized.
 *
 * @param top rows above it
 * @param left columns left of it
 * @param height in pixels
 * @param width in pixels
 */
record Window(int top, int left, int height, int width) {

  /** What lies within. */
  Image cut(Image image) {
    return image.part(top, left, image.shape().resized(height, width));
  }

  /**
   * What lies within once the image is resized by nearest: each pixel is the one in the middle of
   * those that it covers. Only the window is computed.
   *
   * @param resizedHeight of the whole, in pixels
   * @param resizedWidth of the whole, in pixels
   */
  Image nearest(Image image, int resizedHeight, int resizedWidth) {
    ImageShape shape = image.shape().resized(height, width);
    int channels = shape.channels();
    float[] whole = image.toArray();
    var values = new float[shape.size()];
    int at = 0;
    for (int y = 0; y < height; y++) {
      int row = middle(top + y, image.height(), resizedHeight) * image.width();
      for (int x = 0; x < width; x++) {
        int from = (row + middle(left + x, image.width(), resizedWidth)) * channels;
        System.arraycopy(whole, from, values, at, channels);
        at += channels;
      }
    }
    return Image.owning(shape, values);
  }

  private static int middle(int position, int from, int to) {
    return (int) ((2L * position + 1) * from / (2L * to));
  }
}
