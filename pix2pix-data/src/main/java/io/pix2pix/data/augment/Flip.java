package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import java.util.random.RandomGenerator;

/**
 * Swaps top and bottom at random, in both images of a pair: for pictures without an up, such as
 * those from above or of a microscope.
 *
 * @param probability of a pair to be flipped
 */
public record Flip(
    @Setting(value = "0.5", meaning = "probability of a pair to be flipped", min = 0, max = 1)
        double probability)
    implements Augmentation {

  /**
   * @throws IllegalArgumentException if {@code probability} is not between 0 and 1
   */
  public Flip {
    checkArgument(
        probability >= 0 && probability <= 1,
        "probability must be between 0 and 1, not %s",
        probability);
  }

  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    return random.nextDouble() < probability ? pair.changed(Flip::flipped) : pair;
  }

  @Override
  public PairShape shapeOf(PairShape shape) {
    return shape;
  }

  private static Image flipped(Image image) {
    int row = image.width() * image.channels();
    float[] values = image.toArray();
    var flipped = new float[values.length];
    for (int from = 0; from < values.length; from += row) {
      System.arraycopy(values, from, flipped, values.length - row - from, row);
    }
    return Image.owning(image.shape(), flipped);
  }
}
