package io.pix2pix.api.image;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The size of an image.
 *
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 * @param channels 3 for RGB, 1 for gray; at least 1
 */
public record ImageShape(int height, int width, int channels) {

  /**
   * @throws IllegalArgumentException if a number is below 1
   */
  public ImageShape {
    checkArgument(
        height >= 1 && width >= 1 && channels >= 1,
        "height, width and channels must be at least 1, not %s, %s, %s",
        height,
        width,
        channels);
  }

  /** The number of values: height times width times channels. */
  public int size() {
    return Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  /** This shape with another height and width. */
  public ImageShape resized(int newHeight, int newWidth) {
    return new ImageShape(newHeight, newWidth, channels);
  }

  /** This shape with another number of channels. */
  public ImageShape withChannels(int newChannels) {
    return new ImageShape(height, width, newChannels);
  }

  /** Width by height as people write it, for example {@code 256x192}. */
  public String widthByHeight() {
    return width + "x" + height;
  }

  @Override
  public String toString() {
    return widthByHeight() + "x" + channels;
  }
}
