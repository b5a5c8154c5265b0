package io.pix2pix.data.resize;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A part of an image, in pixels.
 *
 * @param top rows above it
 * @param left columns to the left of it
 * @param rows its height
 * @param columns its width
 */
public record Window(int top, int left, int rows, int columns) {

  /**
   * @throws IllegalArgumentException if it lies beyond an image of that size
   */
  void check(int height, int width) {
    checkArgument(
        top >= 0 && left >= 0 && top + rows <= height && left + columns <= width,
        "%s is no part of %sx%s",
        this,
        width,
        height);
  }
}
