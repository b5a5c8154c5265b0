package io.pix2pix.train.translation;

import io.pix2pix.api.Generator;
import io.pix2pix.api.InvalidInputException;
import io.pix2pix.api.image.ImageShape;

/** Which image sizes a generator can take. */
public final class GeneratorSizes {
  private GeneratorSizes() {}

  /**
   * Refuses an image that the generator cannot take.
   *
   * @param where a file or a key, for the message
   * @throws InvalidInputException if height or width is no multiple of the generator's {@code
   *     sizeMultiple}; the message names sizes that are
   */
  public static void check(Generator generator, ImageShape shape, String where) {
    int multiple = generator.sizeMultiple();
    if (shape.height() % multiple != 0 || shape.width() % multiple != 0) {
      throw new InvalidInputException(
          String.format(
              "%s: %s pixels; this generator takes widths and heights of %d, %d, %d and so on"
                  + " (multiples of %d), the nearest is %s",
              where,
              shape.widthByHeight(),
              multiple,
              2 * multiple,
              3 * multiple,
              multiple,
              nearest(shape, multiple).widthByHeight()));
    }
  }

  private static ImageShape nearest(ImageShape shape, int multiple) {
    return shape.resized(nearest(shape.height(), multiple), nearest(shape.width(), multiple));
  }

  private static int nearest(int size, int multiple) {
    return Math.max(1, Math.round((float) size / multiple)) * multiple;
  }
}
