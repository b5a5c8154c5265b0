package io.pix2pix.data.file;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;

/**
 * Pictures of one channel whose numbers are indices of classes, of whatever depth: {@code 3} stands
 * for the same in 2, 8 and 16 bits.
 */
final class IndexPictures {
  /** The index that means no class, in 8 and in 16 bits. */
  private static final int VOID = 255;

  private static final int VOID_OF_16_BITS = 65535;

  /** Colors are floats between. */
  private static final double ROUNDING = 0.01;

  private IndexPictures() {}

  /**
   * The picture with its numbers as gray values. One with colors is taken as it is: it has three
   * channels, or a table of colors that are the palette's own.
   *
   * @return {@code [h, w, 3]}, where {@code index / 127.5 - 1} stands for an index; empty if a
   *     number is greater than an index can be
   */
  static Optional<Image> of(BufferedImage picture, Palette palette) {
    if (picture.getRaster().getNumBands() != 1) {
      return Optional.of(PictureChannels.rgb(picture));
    }
    return hasColorsOf(palette, picture)
        ? Optional.of(Pixels.toImage(picture))
        : indices(picture.getRaster());
  }

  private static boolean hasColorsOf(Palette palette, BufferedImage picture) {
    return picture.getColorModel() instanceof IndexColorModel table
        && !isGray(table)
        && palette.distance(Pixels.toImage(picture)) < ROUNDING;
  }

  private static boolean isGray(IndexColorModel table) {
    for (int i = 0; i < table.getMapSize(); i++) {
      if (table.getRed(i) != table.getGreen(i) || table.getRed(i) != table.getBlue(i)) {
        return false;
      }
    }
    return true;
  }

  /** The numbers of a picture as gray values; empty if one is greater than an index can be. */
  static Optional<Image> indices(Raster raster) {
    var shape = new ImageShape(raster.getHeight(), raster.getWidth(), 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i += 3) {
      int pixel = i / 3;
      int sample = raster.getSample(pixel % shape.width(), pixel / shape.width(), 0);
      int index = sample == VOID_OF_16_BITS || sample == -1 ? VOID : sample;
      if (index < 0 || index > VOID) {
        return Optional.empty();
      }
      values[i] = index / 127.5f - 1;
      values[i + 1] = values[i];
      values[i + 2] = values[i];
    }
    return Optional.of(Image.owning(shape, values));
  }
}
