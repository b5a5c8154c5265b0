package io.pix2pix.train.translation;

import com.google.common.math.IntMath;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Generator;
import io.pix2pix.train.description.GeneratorReach;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * How images are cut into tiles.
 *
 * @param generator that translates them
 * @param reach what it sees of an image
 * @param size height and width of a tile, in pixels
 * @param overlap pixels that neighbors have in common
 */
public record Tiling(Generator generator, GeneratorReach reach, int size, int overlap) {
  private static final int USUAL_SHARE = 8;

  /**
   * Tiles for a generator.
   *
   * @param overlap in pixels; where it is not given, as much as the generator sees, if that is at
   *     most half a tile, else about an eighth of one
   * @throws InvalidInputException if the generator takes no tiles of that size, or the overlap is
   *     no part of one
   */
  public static Tiling of(
      Generator generator, GeneratorReach reach, int size, OptionalInt overlap) {
    requireSize(generator, size);
    int multiple = generator.sizeMultiple();
    int most = size - multiple;
    int chosen = overlap.orElseGet(() -> usual(reach.receptiveField(), size, multiple));
    if (chosen < 1 || chosen > most) {
      throw new InvalidInputException(
          "--overlap %d: must be from 1 to %d, as tiles of %d pixels begin at multiples of %d"
              .formatted(chosen, most, size, multiple));
    }
    return new Tiling(generator, reach, size, chosen);
  }

  /**
   * Refuses a size of tiles.
   *
   * @throws InvalidInputException if the generator takes no images of that size, or its tiles could
   *     not overlap
   */
  public static void requireSize(Generator generator, int size) {
    int multiple = generator.sizeMultiple();
    if (size < 2 * multiple) {
      throw new InvalidInputException(
          "--tiles %d: tiles of this generator begin at multiples of %d pixels and overlap; give %d or more"
              .formatted(size, multiple, 2 * multiple));
    }
    GeneratorSizes.check(generator, new ImageShape(size, size, 1), "--tiles " + size);
  }

  private static int usual(long field, int size, int multiple) {
    return field <= size / 2
        ? Math.min(size - multiple, roundedUp(Math.toIntExact(field), multiple))
        : Math.min(size - multiple, roundedUp(size / USUAL_SHARE, multiple));
  }

  /**
   * Whether an image in tiles is the same as if it were translated as a whole, up to rounding,
   * where there is no noise.
   */
  public boolean isExact() {
    return !reach.usesImageStatistics() && overlap >= reach.receptiveField();
  }

  /** The number of tiles of an image. */
  public int tiles(ImageShape image) {
    return along(image.height()).tiles() * along(image.width()).tiles();
  }

  /** How tiles cover an axis of an image, which is continued to a size that the generator takes. */
  TileAxis along(int pixels) {
    int multiple = generator.sizeMultiple();
    int continued = Math.max(generator.smallestSize(), roundedUp(pixels, multiple));
    var blend = TileAxis.Blend.of(overlap, reach.receptiveField());
    return TileAxis.of(continued, size, multiple, blend);
  }

  private static int roundedUp(int pixels, int multiple) {
    return multiple * IntMath.divide(pixels, multiple, RoundingMode.CEILING);
  }
}
