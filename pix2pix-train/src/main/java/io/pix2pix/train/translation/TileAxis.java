package io.pix2pix.train.translation;

import com.google.common.math.IntMath;
import java.math.RoundingMode;

/**
 * How tiles cover an image along one axis, and how much each counts where they overlap. All tiles
 * have one length; they begin at multiples of the generator's {@code sizeMultiple}, so that its
 * strides fall on the same pixels as in the whole image.
 */
final class TileAxis {
  private final int length;
  private final int[] origins;
  private final float[][] weights;

  private TileAxis(int length, int[] origins, float[][] weights) {
    this.length = length;
    this.origins = origins;
    this.weights = weights;
  }

  /**
   * @param image pixels of the image, a multiple of {@code multiple}
   * @param tile pixels of a tile, likewise; longer than the image stands for as long
   * @param blend how neighbors are blended
   */
  static TileAxis of(int image, int tile, int multiple, Blend blend) {
    int length = Math.min(image, tile);
    var origins = origins(image, length, Math.max(multiple, tile - blend.overlap()), multiple);
    return new TileAxis(length, origins, weights(image, length, origins, blend));
  }

  /** As few tiles as cover it, evenly spread. */
  private static int[] origins(int image, int length, int step, int multiple) {
    int gaps = IntMath.divide(image - length, step / multiple * multiple, RoundingMode.CEILING);
    var origins = new int[gaps + 1];
    for (int i = 1; i <= gaps; i++) {
      long exact = (long) i * (image - length) / gaps;
      origins[i] = Math.toIntExact(exact / multiple * multiple);
    }
    return origins;
  }

  private static float[][] weights(int image, int length, int[] origins, Blend blend) {
    var weights = new float[origins.length][length];
    var sums = new double[image];
    for (int i = 0; i < origins.length; i++) {
      for (int at = 0; at < length; at++) {
        boolean isFirst = i == 0;
        boolean isLast = i == origins.length - 1;
        double left = isFirst ? 1 : blend.weight(at);
        double right = isLast ? 1 : blend.weight(length - 1 - at);
        weights[i][at] = (float) (left * right);
        sums[origins[i] + at] += weights[i][at];
      }
    }
    for (int i = 0; i < origins.length; i++) {
      for (int at = 0; at < length; at++) {
        weights[i][at] /= (float) sums[origins[i] + at];
      }
    }
    return weights;
  }

  /** The number of tiles. */
  int tiles() {
    return origins.length;
  }

  /** Pixels of a tile. */
  int length() {
    return length;
  }

  /** Where a tile begins. */
  int origin(int tile) {
    return origins[tile];
  }

  /** How much a pixel of a tile counts; all that cover a pixel of the image add up to 1. */
  float weight(int tile, int at) {
    return weights[tile][at];
  }

  /**
   * What neighbors have in common.
   *
   * @param overlap pixels, at least 1
   * @param discarded pixels at each end of it, where the tile that ends there does not count
   */
  record Blend(int overlap, int discarded) {

    /**
     * @param field pixels that the generator sees of the image for one of the result
     */
    static Blend of(int overlap, long field) {
      int most = (overlap - 1) / 2;
      boolean covers = overlap >= field;
      return new Blend(overlap, covers ? most : Math.min(most, overlap / 8));
    }

    /** How much a pixel counts that is so far from the end of its tile, before all are summed. */
    double weight(int fromEnd) {
      int blended = overlap - 2 * discarded;
      return Math.max(0, Math.min(1, (fromEnd - discarded + 0.5) / blended));
    }
  }
}
