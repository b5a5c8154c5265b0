package io.pix2pix.data.check;

import io.pix2pix.api.image.Image;

/** How much an image changes at each place: its outlines, whatever its colors are. */
final class EdgeMap {
  private EdgeMap() {}

  /**
   * The square root of the differences of neighbors, summed over channels, blurred by a pixel so
   * that outlines meet that lie next to each other.
   *
   * @param image {@code [h, w, c]}
   * @param factor by which height and width are reduced before
   * @return {@code [h / factor, w / factor]}
   */
  static Plane of(Image image, int factor) {
    int height = Math.max(1, image.height() / factor);
    int width = Math.max(1, image.width() / factor);
    var sum = new float[height * width];
    for (int channel = 0; channel < image.channels(); channel++) {
      addDifferences(channel(image, channel).reduced(factor), sum);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) Math.sqrt(sum[i]);
    }
    return new Plane(height, width, sum).blurred();
  }

  private static Plane channel(Image image, int channel) {
    var values = new float[image.height() * image.width()];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        values[at++] = image.at(y, x, channel);
      }
    }
    return new Plane(image.height(), image.width(), values);
  }

  private static void addDifferences(Plane plane, float[] sum) {
    for (int y = 1; y < plane.height() - 1; y++) {
      for (int x = 1; x < plane.width() - 1; x++) {
        float across = plane.at(y, x + 1) - plane.at(y, x - 1);
        float down = plane.at(y + 1, x) - plane.at(y - 1, x);
        sum[y * plane.width() + x] += Math.abs(across) + Math.abs(down);
      }
    }
  }
}
