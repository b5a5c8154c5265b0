package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;

/**
 * Other brightness, contrast, saturation and hue. On the scale from 0, black, to 1, white, values
 * are first multiplied by the brightness; then their distance from the mean gray of the image is
 * multiplied by the contrast, and their distance from the gray of their pixel by the saturation, as
 * in torchvision's {@code ColorJitter}; then colors are turned around the axis of grays in YIQ.
 * What leaves the scale is cut once, at the end. All of it is one matrix for each pixel.
 *
 * @param brightness a factor, 1 for none
 * @param contrast a factor, 1 for none
 * @param saturation a factor, 1 for none
 * @param hue in radians
 */
record ColorChange(double brightness, double contrast, double saturation, double hue) {
  private static final int RGB = 3;
  private static final double[] GRAY = {0.299, 0.587, 0.114};
  private static final double[] IN_PHASE = {0.596, -0.274, -0.322};
  private static final double[] QUADRATURE = {0.211, -0.523, 0.312};
  private static final double[][] FROM_YIQ = {
    {1, 0.956, 0.621}, {1, -0.272, -0.647}, {1, -1.106, 1.703}
  };

  /**
   * The changed image; a fourth channel, which is no color, stays.
   *
   * @throws IllegalArgumentException if it has other than 1, 3 or 4 channels
   */
  Image of(Image image) {
    int channels = image.channels();
    checkArgument(
        channels == 1 || channels == RGB || channels == RGB + 1,
        "color changes gray, RGB or RGBA images, not images of %s channels; give it another side,"
            + " or leave it out",
        channels);
    float[] values = image.toArray();
    double gain = brightness * contrast;
    // Values run from -1 to 1: what keeps black at 0 is an offset here.
    double mean = mean(values, channels);
    float offset = (float) (gain - 1 + (1 - contrast) * brightness * (mean + 1));
    if (channels == 1) {
      for (int i = 0; i < values.length; i++) {
        values[i] = cut((float) gain * values[i] + offset);
      }
    } else {
      change(values, channels, matrix(gain), offset);
    }
    return Image.owning(image.shape(), values);
  }

  private static double mean(float[] values, int channels) {
    double sum = 0;
    for (int i = 0; i < values.length; i += channels) {
      sum +=
          channels == 1
              ? values[i]
              : GRAY[0] * values[i] + GRAY[1] * values[i + 1] + GRAY[2] * values[i + 2];
    }
    int pixels = values.length / channels;
    return sum / pixels;
  }

  private static void change(float[] values, int channels, float[] m, float offset) {
    for (int i = 0; i < values.length; i += channels) {
      float red = values[i];
      float green = values[i + 1];
      float blue = values[i + 2];
      values[i] = cut(m[0] * red + m[1] * green + m[2] * blue + offset);
      values[i + 1] = cut(m[3] * red + m[4] * green + m[5] * blue + offset);
      values[i + 2] = cut(m[6] * red + m[7] * green + m[8] * blue + offset);
    }
  }

  /** Nine numbers, row by row; each row adds up to the gain, so that grays stay gray. */
  private float[] matrix(double gain) {
    var matrix = new float[RGB * RGB];
    double cos = saturation * Math.cos(hue);
    double sin = saturation * Math.sin(hue);
    for (int row = 0; row < RGB; row++) {
      double i = FROM_YIQ[row][1];
      double q = FROM_YIQ[row][2];
      for (int column = 0; column < RGB; column++) {
        double kept = (row == column ? 1 : 0) - GRAY[column];
        double across = q * IN_PHASE[column] - i * QUADRATURE[column];
        matrix[RGB * row + column] = (float) (gain * (GRAY[column] + cos * kept + sin * across));
      }
    }
    return matrix;
  }

  private static float cut(float value) {
    return Math.max(-1, Math.min(1, value));
  }
}
