package io.pix2pix.data.label;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import java.util.Optional;

/**
 * A label map that was stored as a gray picture of class indices.
 *
 * @param picture its gray values are the indices
 */
public record LabelIndices(Image picture) {
  private static final double SAME_COLOR = 0.5;

  /**
   * The indices in a picture, if it is such a map: gray, and each value that of a class, or the one
   * that stands for none.
   */
  public static Optional<LabelIndices> of(Image picture, Palette palette) {
    return everyPixel(
            picture, (y, x) -> isGray(picture, y, x) && palette.hasIndex(index(picture, y, x)))
        ? Optional.of(new LabelIndices(picture))
        : Optional.empty();
  }

  /** Whether red, green and blue are the same everywhere. */
  public static boolean isGray(Image picture) {
    return everyPixel(picture, (y, x) -> isGray(picture, y, x));
  }

  /** Whether a picture is a map of classes: gray, or in the colors of a palette. */
  public static boolean isMap(Image picture, Palette palette) {
    return picture.channels() == 3 && (isGray(picture) || palette.distance(picture) < SAME_COLOR);
  }

  /** The greatest value of a gray picture, as an index. */
  public static int greatest(Image picture) {
    int greatest = 0;
    for (int i = 0; i < picture.height() * picture.width(); i++) {
      greatest = Math.max(greatest, index(picture, i / picture.width(), i % picture.width()));
    }
    return greatest;
  }

  private static boolean isGray(Image picture, int y, int x) {
    return picture.at(y, x, 0) == picture.at(y, x, 1) && picture.at(y, x, 0) == picture.at(y, x, 2);
  }

  private static boolean everyPixel(Image picture, PixelTest test) {
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        if (!test.holds(y, x)) {
          return false;
        }
      }
    }
    return true;
  }

  private static int index(Image picture, int y, int x) {
    return Math.round((picture.at(y, x, 0) + 1) * 127.5f);
  }

  /** The map in the colors of a palette, {@code [h, w, 3]}, in {@code [-1, 1]}. */
  public Image colored(Palette palette) {
    var shape = picture.shape();
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i += 3) {
      int pixel = i / 3;
      int index = index(picture, pixel / shape.width(), pixel % shape.width());
      int rgb = palette.color(index);
      values[i] = (rgb >> 16 & 0xff) / 127.5f - 1;
      values[i + 1] = (rgb >> 8 & 0xff) / 127.5f - 1;
      values[i + 2] = (rgb & 0xff) / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }

  /** What may hold at a pixel. */
  private interface PixelTest {
    boolean holds(int y, int x);
  }
}
