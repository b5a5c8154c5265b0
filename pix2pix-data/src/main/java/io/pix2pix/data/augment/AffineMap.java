package io.pix2pix.data.augment;

import io.pix2pix.api.image.Image;

/**
 * Where each pixel of a result comes from: column {@code xx * x + xy * y + x0} and row {@code yx *
 * x + yy * y + y0} of the image, counted from the middle of its first pixel.
 *
 * @param border what lies beyond
 */
record AffineMap(double xx, double xy, double x0, double yx, double yy, double y0, Border border) {

  /**
   * The map that shears, enlarges and turns an image around its middle, and then shifts it.
   *
   * @param height of the image, in pixels
   * @param width of the image, in pixels
   * @param rotation in radians, to the left
   * @param shear in radians
   * @param scale more than 1 enlarges
   * @param right shift in pixels
   * @param down shift in pixels
   */
  static AffineMap around(
      int height,
      int width,
      double rotation,
      double shear,
      double scale,
      double right,
      double down,
      Border border) {
    double cos = Math.cos(rotation) / scale;
    double sin = Math.sin(rotation) / scale;
    double slope = Math.tan(shear);
    double xx = cos - slope * sin;
    double xy = -sin - slope * cos;
    double middleX = (width - 1) / 2.0;
    double middleY = (height - 1) / 2.0;
    double fromX = middleX + right;
    double fromY = middleY + down;
    return new AffineMap(
        xx,
        xy,
        middleX - xx * fromX - xy * fromY,
        sin,
        cos,
        middleY - sin * fromX - cos * fromY,
        border);
  }

  /**
   * The result for a picture: each pixel is blended of the four that are nearest.
   *
   * @param fill the value beyond the border, where it is filled
   */
  Image blended(Image image, float fill) {
    int channels = image.channels();
    float[] from = image.toArray();
    var to = new float[from.length];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double column = column(x, y);
        double row = row(x, y);
        int left = (int) Math.floor(column);
        int top = (int) Math.floor(row);
        float shareX = (float) (column - left);
        float shareY = (float) (row - top);
        int topLeft = pixel(image, top, left) * channels;
        int topRight = pixel(image, top, left + 1) * channels;
        int lowLeft = pixel(image, top + 1, left) * channels;
        int lowRight = pixel(image, top + 1, left + 1) * channels;
        for (int channel = 0; channel < channels; channel++) {
          float upper =
              mixed(
                  value(from, topLeft, channel, fill),
                  value(from, topRight, channel, fill),
                  shareX);
          float lower =
              mixed(
                  value(from, lowLeft, channel, fill),
                  value(from, lowRight, channel, fill),
                  shareX);
          to[at++] = mixed(upper, lower, shareY);
        }
      }
    }
    return Image.owning(image.shape(), to);
  }

  /**
   * The result for a label map or a mask: each pixel is the one that is nearest.
   *
   * @param fill {@code [channels]}: the pixel beyond the border, where it is filled
   */
  Image nearest(Image image, float[] fill) {
    int channels = image.channels();
    float[] from = image.toArray();
    var to = new float[from.length];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int left = (int) Math.floor(column(x, y) + 0.5);
        int top = (int) Math.floor(row(x, y) + 0.5);
        int pixel = pixel(image, top, left);
        boolean within = pixel >= 0;
        System.arraycopy(within ? from : fill, within ? pixel * channels : 0, to, at, channels);
        at += channels;
      }
    }
    return Image.owning(image.shape(), to);
  }

  private double column(int x, int y) {
    return xx * x + xy * y + x0;
  }

  private double row(int x, int y) {
    return yx * x + yy * y + y0;
  }

  /** The number of a pixel, negative if it is none of the image. */
  private int pixel(Image image, int row, int column) {
    int height = image.height();
    int width = image.width();
    if (row >= 0 && row < height && column >= 0 && column < width) {
      return row * width + column;
    }
    int y = border.index(row, height);
    int x = border.index(column, width);
    return y < 0 || x < 0 ? Border.OUTSIDE : y * width + x;
  }

  private static float value(float[] from, int at, int channel, float fill) {
    return at < 0 ? fill : from[at + channel];
  }

  private static float mixed(float first, float second, float share) {
    return first + share * (second - first);
  }
}
