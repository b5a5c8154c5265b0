package io.pix2pix.data.file;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Pixels;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.List;

/** Channels of decoded pictures, whose black and white are those of their type. */
final class PictureChannels {
  private PictureChannels() {}

  /**
   * Colors as they are shown.
   *
   * @return {@code [h, w, 3]}; those of 16 bits are not rounded to 8
   */
  static Image rgb(BufferedImage picture) {
    if (isGray(picture)) {
      return repeated(gray(picture));
    }
    return isDeep(picture) ? raw(picture.getRaster(), 3) : Pixels.toImage(picture);
  }

  /**
   * A gray picture.
   *
   * @return {@code [h, w, 1]}
   */
  static Image gray(BufferedImage picture) {
    return isGray(picture) ? raw(picture.getRaster(), 1) : band(Pixels.toImage(picture), 0);
  }

  /**
   * How opaque each pixel is.
   *
   * @return {@code [h, w, 1]}: 1 where it is, -1 where nothing is seen of it
   */
  static Image alpha(BufferedImage picture) {
    var raster = picture.getAlphaRaster();
    if (raster != null) {
      return raw(raster, 1);
    }
    var values = new float[picture.getHeight() * picture.getWidth()];
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels[i] >>> 24) / 127.5f - 1;
    }
    return Image.owning(new ImageShape(picture.getHeight(), picture.getWidth(), 1), values);
  }

  /** The first numbers of each pixel, from 0 to the greatest of their type. */
  static Image raw(Raster raster, int bands) {
    var shape = new ImageShape(raster.getHeight(), raster.getWidth(), bands);
    var values = new float[shape.size()];
    for (int band = 0; band < bands; band++) {
      float half = ((1L << raster.getSampleModel().getSampleSize(band)) - 1) / 2f;
      int at = band;
      int[] row = new int[shape.width()];
      for (int y = 0; y < shape.height(); y++) {
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, shape.width(), 1, band, row);
        for (int sample : row) {
          values[at] = sample / half - 1;
          at += bands;
        }
      }
    }
    return Image.owning(shape, values);
  }

  /** All channels of pictures of one size, one after another. */
  static Image joined(List<Image> images) {
    if (images.size() == 1) {
      return images.get(0);
    }
    int channels = images.stream().mapToInt(Image::channels).sum();
    var shape = images.get(0).shape().withChannels(channels);
    var values = new float[shape.size()];
    int offset = 0;
    for (var image : images) {
      var from = image.toArray();
      int own = image.channels();
      for (int pixel = 0; pixel < shape.height() * shape.width(); pixel++) {
        System.arraycopy(from, pixel * own, values, pixel * channels + offset, own);
      }
      offset += own;
    }
    return Image.owning(shape, values);
  }

  /** Three equal channels. */
  static Image repeated(Image gray) {
    return band(gray, 0, 0, 0);
  }

  /** Some channels of an image, in that order. */
  static Image band(Image image, int... bands) {
    var from = image.toArray();
    var shape = image.shape().withChannels(bands.length);
    var values = new float[shape.size()];
    int at = 0;
    for (int pixel = 0; pixel < from.length; pixel += image.channels()) {
      for (int band : bands) {
        values[at++] = from[pixel + band];
      }
    }
    return Image.owning(shape, values);
  }

  /** The alpha of a picture that hides nothing. */
  static Image opaque(ImageShape shape) {
    var values = new float[shape.height() * shape.width()];
    Arrays.fill(values, 1);
    return Image.owning(shape.withChannels(1), values);
  }

  /** Java takes gray files to be linear in light; they mean the same curve as RGB ones. */
  private static boolean isGray(BufferedImage picture) {
    return picture.getColorModel() instanceof ComponentColorModel colors
        && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** Whether it has more than 8 bits, of the colors of screens. */
  private static boolean isDeep(BufferedImage picture) {
    return picture.getColorModel() instanceof ComponentColorModel colors
        && colors.getTransferType() == DataBuffer.TYPE_USHORT
        && colors.getColorSpace().isCS_sRGB();
  }
}
