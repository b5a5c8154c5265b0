package io.pix2pix.api.image;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkPositionIndexes;

import java.util.Arrays;

/** An image of floats in {@code [-1, 1]}, row by row, channels last; immutable. Safe for several threads. */
public final class Image {
  private final ImageShape shape;
  private final float[] values;

  private Image(ImageShape shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * An image of the given values, which are copied.
   *
   * @param values {@code [h, w, c]} row by row, in {@code [-1, 1]}
   * @throws IllegalArgumentException if there are more or fewer values than {@code shape} has
   */
  public static Image of(ImageShape shape, float[] values) {
    return owning(shape, values.clone());
  }

  /**
   * An image that keeps the array itself: the caller hands it over and must not change it
   * afterwards.
   *
   * @param values {@code [h, w, c]} row by row, in {@code [-1, 1]}
   * @throws IllegalArgumentException if there are more or fewer values than {@code shape} has
   */
  public static Image owning(ImageShape shape, float[] values) {
    checkArgument(
        values.length == shape.size(),
        "an image of %s has %s values, not %s",
        shape,
        shape.size(),
        values.length);
    return new Image(shape, values);
  }

  /** Height, width and channels. */
  public ImageShape shape() {
    return shape;
  }

  /** In pixels. */
  public int height() {
    return shape.height();
  }

  /** In pixels. */
  public int width() {
    return shape.width();
  }

  /** 3 for RGB, 1 for gray. */
  public int channels() {
    return shape.channels();
  }

  /**
   * One value, in {@code [-1, 1]}.
   *
   * @throws IndexOutOfBoundsException if the position is outside of the image
   */
  public float at(int y, int x, int channel) {
    return values[(y * shape.width() + x) * shape.channels() + channel];
  }

  /**
   * The brightness of a color image, weighted as in ITU-R BT.601.
   *
   * @return {@code [h, w, 1]}
   * @throws IllegalArgumentException if it has not 3 channels
   */
  public Image toGray() {
    checkArgument(channels() == 3, "a color image has 3 channels, not %s", channels());
    var gray = new float[height() * width()];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = 0.299f * values[3 * i] + 0.587f * values[3 * i + 1] + 0.114f * values[3 * i + 2];
    }
    return owning(new ImageShape(height(), width(), 1), gray);
  }

  /**
   * A gray image with three equal channels; a color image as it is.
   *
   * @return {@code [h, w, 3]}
   * @throws IllegalArgumentException if it has neither 1 nor 3 channels
   */
  public Image toColors() {
    if (channels() == 3) {
      return this;
    }
    checkArgument(channels() == 1, "a gray image has 1 channel, not %s", channels());
    var colors = new float[3 * values.length];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = values[i / 3];
    }
    return owning(new ImageShape(height(), width(), 3), colors);
  }

  /** A copy of all values, {@code [h, w, c]} row by row, in {@code [-1, 1]}. */
  public float[] toArray() {
    return values.clone();
  }

  /**
   * Copies all values into an array, for batches without a copy between.
   *
   * @param destination takes {@code shape().size()} values from {@code offset} on
   * @throws IndexOutOfBoundsException if they do not fit
   */
  public void copyTo(float[] destination, int offset) {
    System.arraycopy(values, 0, destination, offset, values.length);
  }

  /**
   * Copies one row into an array.
   *
   * @param y from the top
   * @param destination takes {@code w c} values from {@code offset} on
   * @throws IndexOutOfBoundsException if there is no such row, or it does not fit
   */
  public void copyRow(int y, float[] destination, int offset) {
    int row = width() * channels();
    System.arraycopy(values, y * row, destination, offset, row);
  }

  /**
   * A part of this image.
   *
   * @param size height and width of the part; its channels do not count
   * @throws IndexOutOfBoundsException if it lies beyond the image
   */
  public Image part(int top, int left, ImageShape size) {
    checkPositionIndexes(top, top + size.height(), height());
    checkPositionIndexes(left, left + size.width(), width());
    var part = shape.resized(size.height(), size.width());
    var copied = new float[part.size()];
    int row = part.width() * channels();
    for (int y = 0; y < part.height(); y++) {
      int from = ((top + y) * width() + left) * channels();
      System.arraycopy(values, from, copied, y * row, row);
    }
    return owning(part, copied);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Image image
        && shape.equals(image.shape)
        && Arrays.equals(values, image.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Image[" + shape + "]";
  }
}
