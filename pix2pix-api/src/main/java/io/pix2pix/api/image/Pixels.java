package io.pix2pix.api.image;

import static com.google.common.base.Preconditions.checkArgument;

import java.awt.image.BufferedImage;

/** Between images of floats and pictures of eight bits. */
public final class Pixels {
  private Pixels() {}

  /**
   * A picture of an image: values are brought from {@code [-1, 1]} to 0 to 255 and rounded; values
   * beyond are cut.
   *
   * @param image of 1 or 3 channels
   * @throws IllegalArgumentException if it has another number of channels
   */
  public static BufferedImage toPicture(Image image) {
    checkArgument(
        image.channels() == 1 || image.channels() == 3,
        "a picture has 1 or 3 channels, not %s",
        image.channels());
    var picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        picture.setRGB(x, y, rgb(image, y, x));
      }
    }
    return picture;
  }

  /**
   * A picture of an image, as files store it: gray where the image is. Shown on a screen, gray ones
   * need {@link #toPicture}: Java takes them to be linear in light.
   *
   * @param image of 1 or 3 channels
   * @throws IllegalArgumentException if it has another number of channels
   */
  public static BufferedImage toStored(Image image) {
    if (image.channels() != 1) {
      return toPicture(image);
    }
    var picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        picture.getRaster().setSample(x, y, 0, toByte(image.at(y, x, 0)));
      }
    }
    return picture;
  }

  /**
   * The color of a pixel, {@code 0xrrggbb}.
   *
   * @param image of 1 or 3 channels, in {@code [-1, 1]}; values beyond are cut
   */
  public static int rgb(Image image, int y, int x) {
    int last = image.channels() - 1;
    int red = toByte(image.at(y, x, 0));
    int green = toByte(image.at(y, x, last / 2));
    int blue = toByte(image.at(y, x, last));
    return red << 16 | green << 8 | blue;
  }

  /** An image of three channels of a picture of any kind; transparency is left out. */
  public static Image toImage(BufferedImage picture) {
    var shape = new ImageShape(picture.getHeight(), picture.getWidth(), 3);
    var values = new float[shape.size()];
    int at = 0;
    for (int rgb : picture.getRGB(0, 0, shape.width(), shape.height(), null, 0, shape.width())) {
      values[at++] = toFloat(rgb >> 16 & 0xff);
      values[at++] = toFloat(rgb >> 8 & 0xff);
      values[at++] = toFloat(rgb & 0xff);
    }
    return Image.owning(shape, values);
  }

  private static int toByte(float value) {
    return Math.round((Math.max(-1, Math.min(1, value)) + 1) * 127.5f);
  }

  private static float toFloat(int value) {
    return value / 127.5f - 1;
  }
}
