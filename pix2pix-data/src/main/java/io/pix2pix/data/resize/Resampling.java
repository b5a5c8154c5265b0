package io.pix2pix.data.resize;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;

/**
 * A way to give an image another size: weighted means along rows, then along columns. When it
 * shrinks, the weights reach over as many more pixels as it shrinks, so that nothing is skipped.
 */
public enum Resampling {
  /** The pixel in the middle of those that a new one covers: nothing is mixed. */
  NEAREST(0.5) {
    @Override
    double weight(double distance) {
      throw new IllegalStateException("nothing is mixed");
    }

    @Override
    AxisWeights weights(int from, int to) {
      return AxisWeights.nearest(from, to);
    }
  },
  /** The mean of all pixels that a new one covers. */
  AREA(0.5) {
    @Override
    double weight(double distance) {
      return distance <= 0.5 ? 1 : 0;
    }
  },
  /** Smooth: a straight line between neighbors. */
  BILINEAR(1) {
    @Override
    double weight(double distance) {
      return distance < 1 ? 1 - distance : 0;
    }
  },
  /** Sharper: the cubic of Catmull and Rom, over four neighbors. */
  BICUBIC(2) {
    @Override
    double weight(double distance) {
      if (distance < 1) {
        return (1.5 * distance - 2.5) * distance * distance + 1;
      }
      return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
    }
  },
  /** Sharpest: the sine of Lanczos, over six neighbors. */
  LANCZOS(3) {
    @Override
    double weight(double distance) {
      return distance < 3 ? sinc(distance) * sinc(distance / 3) : 0;
    }
  };

  private final double radius;

  Resampling(double radius) {
    this.radius = radius;
  }

  /** The weight of a pixel at a distance of the middle, in pixels, not negative. */
  abstract double weight(double distance);

  /** The weights that bring an axis of {@code from} pixels to {@code to} pixels. */
  AxisWeights weights(int from, int to) {
    return AxisWeights.of(this, from, to);
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** How far weights reach, in pixels. */
  double radius() {
    return radius;
  }

  /**
   * The image at another size; the ratio of height and width may change.
   *
   * @param image {@code [h, w, c]}, any number of channels
   * @param height of the result, in pixels, at least 1
   * @param width of the result, in pixels, at least 1
   * @return {@code [height, width, c]}, values cut to {@code [-1, 1]}; {@code image} itself where
   *     it has that size
   * @throws IllegalArgumentException if {@code height} or {@code width} is below 1
   */
  public Image resize(Image image, int height, int width) {
    return part(image, height, width, new Window(0, 0, height, width));
  }

  /**
   * A part of what {@link #resize} makes; nothing else of it is computed.
   *
   * @param image {@code [h, w, c]}, any number of channels
   * @param height of the whole, in pixels, at least 1
   * @param width of the whole, in pixels, at least 1
   * @param window of the whole that is wanted
   * @return {@code [rows, columns, c]} of the window; {@code image} itself where the window is the
   *     whole and has that size
   * @throws IllegalArgumentException if the whole has no pixels, or the window lies beyond it
   */
  public Image part(Image image, int height, int width, Window window) {
    checkArgument(height >= 1 && width >= 1, "an image cannot be resized to %sx%s", width, height);
    window.check(height, width);
    var whole = image.shape().resized(height, width);
    var shape = whole.resized(window.rows(), window.columns());
    if (shape.equals(image.shape()) && shape.equals(whole)) {
      return image;
    }
    var down = weights(image.height(), height);
    var along = weights(image.width(), width);
    int above = down.first(window.top());
    int needed = down.end(window.top() + window.rows() - 1) - above;
    int stride = window.columns() * image.channels();
    var row = new float[image.width() * image.channels()];
    var mixed = new float[needed * stride];
    for (int y = 0; y < needed; y++) {
      image.copyRow(above + y, row, 0);
      along.mixRow(window, row, mixed, y * stride, image.channels());
    }
    return Image.owning(shape, rows(down, window, mixed, above, stride));
  }

  private static float[] rows(
      AxisWeights down, Window window, float[] from, int above, int stride) {
    var to = new float[window.rows() * stride];
    for (int y = 0; y < window.rows(); y++) {
      down.mixRows(window.top() + y, from, above, to, y * stride, stride);
    }
    for (int at = 0; at < to.length; at++) {
      to[at] = Math.max(-1, Math.min(1, to[at]));
    }
    return to;
  }
}
