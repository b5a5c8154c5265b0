package io.pix2pix.train.translation;

import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Generator;

/** Which image sizes a generator can take. */
public final class GeneratorSizes {
  private GeneratorSizes() {}

  /**
   * Refuses an image that the generator cannot take.
   *
   * @param where a file or a key, for the message
   * @throws InvalidInputException if height or width is no multiple of the generator's {@code
   *     sizeMultiple}, or below its {@code smallestSize}; the message names sizes that do
   */
  public static void check(Generator generator, ImageShape shape, String where) {
    int multiple = generator.sizeMultiple();
    int smallest = generator.smallestSize();
    var nearest = nearest(generator, shape);
    if (!nearest.equals(shape)) {
      throw new InvalidInputException(
          String.format(
              "%s: %s pixels; this generator takes widths and heights of %d, %d, %d and so on"
                  + " (multiples of %d), the nearest is %s",
              where,
              shape.widthByHeight(),
              smallest,
              smallest + multiple,
              smallest + 2 * multiple,
              multiple,
              nearest.widthByHeight()));
    }
  }

  /** The nearest size that the generator can take. */
  public static ImageShape nearest(Generator generator, ImageShape shape) {
    int multiple = generator.sizeMultiple();
    int smallest = generator.smallestSize();
    return shape.resized(
        nearest(shape.height(), multiple, smallest), nearest(shape.width(), multiple, smallest));
  }

  /**
   * Refuses pairs of which the generator cannot take a condition.
   *
   * @throws InvalidInputException if there is one; the message names it
   */
  public static void check(Generator generator, Pairs pairs) {
    for (int i = 0; i < pairs.size(); i++) {
      check(generator, pairs.shape(i).condition(), pairs.name(i));
    }
  }

  private static int nearest(int size, int multiple, int smallest) {
    return Math.max(smallest, Math.round((float) size / multiple) * multiple);
  }
}
