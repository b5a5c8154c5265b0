package io.pix2pix.data.synthetic;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** The noise of a camera. */
final class Grain {
  private static final int STRENGTH = 5;

  private Grain() {}

  /** Makes each pixel of a picture a little lighter or darker. */
  static void add(BufferedImage picture, RandomGenerator random) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      int more = random.nextInt(-STRENGTH, STRENGTH + 1);
      int red = added(pixels[i] >> 16, more);
      int green = added(pixels[i] >> 8, more);
      int blue = added(pixels[i], more);
      pixels[i] = red << 16 | green << 8 | blue;
    }
    picture.setRGB(0, 0, width, height, pixels, 0, width);
  }

  private static int added(int channel, int more) {
    return Math.max(0, Math.min(255, (channel & 0xff) + more));
  }
}
