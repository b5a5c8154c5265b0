package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import java.util.random.RandomGenerator;

/**
 * Turns a pair by 90, 180 or 270 degrees at random, both images alike: for square pictures without
 * an up.
 *
 * @param probability of a pair to be turned; 0.75 makes all four directions as frequent
 */
public record QuarterTurns(
    @Setting(
            value = "0.75",
            meaning = "probability of a turn by 90, 180 or 270 degrees, each as frequent",
            min = 0,
            max = 1)
        double probability)
    implements Augmentation {
  private static final int TURNS = 3;

  /**
   * @throws IllegalArgumentException if {@code probability} is not between 0 and 1
   */
  public QuarterTurns {
    checkArgument(
        probability >= 0 && probability <= 1,
        "probability must be between 0 and 1, not %s",
        probability);
  }

  /**
   * @throws IllegalArgumentException if the images are not square
   */
  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    requireSquare(pair.condition().shape());
    if (random.nextDouble() >= probability) {
      return pair;
    }
    int turns = 1 + random.nextInt(TURNS);
    return pair.changed(image -> turned(image, turns));
  }

  @Override
  public PairShape shapeOf(PairShape shape) {
    requireSquare(shape.condition());
    return shape;
  }

  private static void requireSquare(ImageShape shape) {
    checkArgument(
        shape.height() == shape.width(),
        "images of %s cannot be turned by 90 degrees and keep their size; make them square before,"
            + " for example with a crop, or take flip and mirror",
        shape.widthByHeight());
  }

  /** Turned to the left, so many times. */
  private static Image turned(Image image, int turns) {
    int edge = image.height();
    int channels = image.channels();
    float[] values = image.toArray();
    var turned = new float[values.length];
    // To the left, a pixel comes from the row of its column and the column of its mirrored row.
    int corner = turns == 1 ? edge - 1 : turns == 2 ? edge * edge - 1 : (edge - 1) * edge;
    int down = turns == 1 ? -1 : turns == 2 ? -edge : 1;
    int right = turns == 1 ? edge : turns == 2 ? -1 : -edge;
    int at = 0;
    for (int y = 0; y < edge; y++) {
      for (int x = 0; x < edge; x++) {
        int from = (corner + y * down + x * right) * channels;
        System.arraycopy(values, from, turned, at, channels);
        at += channels;
      }
    }
    return Image.owning(image.shape(), turned);
  }
}
