package io.pix2pix.data.file;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Pixels;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;

/** Images as pictures that writers of files take. */
final class WrittenPixels {
  private WrittenPixels() {}

  /**
   * A picture of an image.
   *
   * @param image of 1 to 4 channels: gray or colors, and alpha
   * @param options bytes, or whole numbers of 16 bits
   */
  static BufferedImage picture(Image image, WriteOptions options) {
    boolean isPlain = image.channels() == 1 || image.channels() == 3;
    if (options.depth() == Depth.BYTES && isPlain) {
      return Pixels.toStored(image);
    }
    int type = options.depth() == Depth.BYTES ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
    int space = image.channels() < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
    boolean hasAlpha = !isPlain;
    var colors =
        new ComponentColorModel(
            ColorSpace.getInstance(space),
            hasAlpha,
            false,
            hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            type);
    var raster = colors.createCompatibleWritableRaster(image.width(), image.height());
    fill(raster, image, options);
    return new BufferedImage(colors, raster, false, null);
  }

  private static void fill(WritableRaster raster, Image image, WriteOptions options) {
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int channel = 0; channel < image.channels(); channel++) {
          long number = Math.round(options.number(image.at(y, x, channel)));
          raster.setSample(x, y, channel, (int) number);
        }
      }
    }
  }
}
