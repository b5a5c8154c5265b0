package io.pix2pix.data.augment;

import io.pix2pix.api.image.Image;

/**
 * A rectangle of an image.
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
}
