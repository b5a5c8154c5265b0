package io.pix2pix.data.file;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/**
 * Gray pictures as RGB. Java takes gray files to be linear in light and brightens them when it
 * converts; the files mean the same curve as RGB ones.
 */
final class GrayPictures {
  private GrayPictures() {}

  /** The picture with three channels of the values stored; other pictures as they are. */
  static BufferedImage toRgb(BufferedImage picture) {
    return isGray(picture) ? copy(picture) : picture;
  }

  private static boolean isGray(BufferedImage picture) {
    return picture.getColorModel() instanceof ComponentColorModel colors
        && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  private static BufferedImage copy(BufferedImage picture) {
    Raster raster = picture.getRaster();
    int bits = picture.getColorModel().getComponentSize(0);
    int greatest = (1 << bits) - 1;
    int width = picture.getWidth();
    var copy = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        int gray = Math.round(raster.getSample(x, y, 0) * 255f / greatest);
        copy.setRGB(x, y, gray * 0x010101);
      }
    }
    return copy;
  }
}
