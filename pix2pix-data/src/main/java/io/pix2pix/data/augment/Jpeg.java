package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import java.util.random.RandomGenerator;

/**
 * Compresses pictures as JPEG at random, and decodes them again: they get its artifacts, and eight
 * bits.
 *
 * @param side which pictures
 * @param probability of a pair to be compressed
 * @param min the least quality, from 1 to 100
 * @param max the greatest quality, from 1 to 100
 */
public record Jpeg(
    @Setting(value = "condition", meaning = Side.MEANING) Side side,
    @Setting(value = "0.5", meaning = "probability of a pair to be compressed", min = 0, max = 1)
        double probability,
    @Setting(value = "30", meaning = "least quality, of 1 to 100", min = 1, max = 100) int min,
    @Setting(value = "95", meaning = "greatest quality, of 1 to 100", min = 1, max = 100) int max)
    implements Augmentation {

  /**
   * @throws IllegalArgumentException if {@code probability} is not between 0 and 1, or the
   *     qualities are no range within 1 to 100
   */
  public Jpeg {
    checkArgument(
        probability >= 0 && probability <= 1,
        "probability must be between 0 and 1, not %s",
        probability);
    checkArgument(min >= 1 && min <= 100, "min must be 1 to 100, not %s", min);
    checkArgument(max >= min && max <= 100, "max must be min, %s, to 100, not %s", min, max);
  }

  /**
   * @throws IllegalArgumentException if it is a label map that would be changed, or an image that
   *     is not gray, RGB or RGBA
   */
  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    boolean compressed = random.nextDouble() < probability;
    int quality = min + random.nextInt(max - min + 1);
    var compression = new JpegCompression(quality);
    return side.changed(pair, "jpeg", image -> compressed ? compression.of(image) : image);
  }

  @Override
  public PairShape shapeOf(PairShape shape) {
    return shape;
  }

  @Override
  public boolean changesOneSide() {
    return side != Side.BOTH;
  }
}
