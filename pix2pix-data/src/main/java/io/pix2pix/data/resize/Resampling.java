package io.pix2pix.data.resize;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

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
    checkArgument(height >= 1 && width >= 1, "an image cannot be resized to %sx%s", width, height);
    ImageShape shape = image.shape().resized(height, width);
    if (shape.equals(image.shape())) {
      return image;
    }
    float[] values = alongRows(image, weights(image.width(), width));
    values =
        alongColumns(
            values, width * image.channels(), weights(image.height(), height));
    return Image.owning(shape, values);
  }

  private static float[] alongRows(Image image, AxisWeights weights) {
    int channels = image.channels();
    float[] from = image.toArray();
    var to = new float[image.height() * weights.size() * channels];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      int row = y * image.width() * channels;
      for (int x = 0; x < weights.size(); x++) {
        int first = row + weights.first(x) * channels;
        for (int channel = 0; channel < channels; channel++) {
          to[at++] = weights.sum(x, from, first + channel, channels);
        }
      }
    }
    return to;
  }

  private static float[] alongColumns(float[] from, int stride, AxisWeights weights) {
    var to = new float[weights.size() * stride];
    for (int y = 0; y < weights.size(); y++) {
      weights.addRows(y, from, to, stride);
      for (int at = y * stride; at < (y + 1) * stride; at++) {
        to[at] = Math.max(-1, Math.min(1, to[at]));
      }
    }
    return to;
  }
}
