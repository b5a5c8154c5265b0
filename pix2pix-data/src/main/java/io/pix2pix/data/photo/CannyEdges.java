package io.pix2pix.data.photo;

import io.pix2pix.api.image.Image;
import java.util.ArrayDeque;

/**
 * Edges as Canny defines them (A Computational Approach to Edge Detection, 1986): luma of BT.601
 * with values 0 to 255, a Gaussian filter, gradients by the 3x3 kernels of Sobel, of which only
 * those are kept that are greatest across the edge; what is at least {@code high} is an edge, and
 * what is at least {@code low} and touches one, directly or by others, too.
 *
 * @param sigma standard deviation of the filter, in pixels
 * @param low magnitude of a gradient
 * @param high magnitude of a gradient
 */
record CannyEdges(double sigma, double low, double high) {
  private static final float BLACK = -1;
  private static final float WHITE = 1;

  /** Black lines on white, of the photo's shape. */
  Image of(Image photo) {
    int height = photo.height();
    int width = photo.width();
    var edges = traced(thin(new Gradients(luma(photo), height, width)), height, width);
    var values = new float[photo.shape().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = edges[i / photo.channels()] ? BLACK : WHITE;
    }
    return Image.owning(photo.shape(), values);
  }

  private double[] luma(Image photo) {
    var filtered = new GaussianBlur(sigma).of(photo);
    var luma = new double[photo.height() * photo.width()];
    for (int i = 0; i < luma.length; i++) {
      int y = i / photo.width();
      int x = i % photo.width();
      double value =
          photo.channels() < 3
              ? filtered.at(y, x, 0)
              : 0.299 * filtered.at(y, x, 0)
                  + 0.587 * filtered.at(y, x, 1)
                  + 0.114 * filtered.at(y, x, 2);
      luma[i] = (value + 1) * 127.5;
    }
    return luma;
  }

  /** Magnitudes where they are greatest across the edge, else 0. */
  private static double[] thin(Gradients gradients) {
    var thin = new double[gradients.height() * gradients.width()];
    for (int i = 0; i < thin.length; i++) {
      int y = i / gradients.width();
      int x = i % gradients.width();
      thin[i] = gradients.isGreatest(y, x) ? gradients.magnitude(y, x) : 0;
    }
    return thin;
  }

  /** Follows edges from their sure pixels to those that touch them. */
  private boolean[] traced(double[] magnitudes, int height, int width) {
    var edges = new boolean[magnitudes.length];
    var open = new ArrayDeque<Integer>();
    for (int i = 0; i < magnitudes.length; i++) {
      if (magnitudes[i] >= high) {
        edges[i] = true;
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      int at = open.remove();
      for (int other = 0; other < 9; other++) {
        int y = at / width + other / 3 - 1;
        int x = at % width + other % 3 - 1;
        int i = y * width + x;
        if (y >= 0 && y < height && x >= 0 && x < width && !edges[i] && magnitudes[i] >= low) {
          edges[i] = true;
          open.add(i);
        }
      }
    }
    return edges;
  }
}
