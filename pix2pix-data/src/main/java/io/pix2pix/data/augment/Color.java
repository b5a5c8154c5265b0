package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import java.util.random.RandomGenerator;

/**
 * Changes brightness, contrast, saturation and hue of pictures at random, in this order.
 *
 * @param side which pictures
 * @param brightness the most that it grows or falls, as a share: 0.2 for factors from 0.8 to 1.2
 * @param contrast the most that it grows or falls, as a share
 * @param saturation the most that it grows or falls, as a share
 * @param hue the most that colors are turned, in degrees, either way
 */
public record Color(
    @Setting(value = "condition", meaning = Side.MEANING) Side side,
    @Setting(
            value = "0.2",
            meaning = "most change of brightness; 0.2: factors from 0.8 to 1.2",
            min = 0,
            max = 1)
        double brightness,
    @Setting(value = "0.2", meaning = "most change of contrast, likewise", min = 0, max = 1)
        double contrast,
    @Setting(value = "0.2", meaning = "most change of saturation, likewise", min = 0, max = 1)
        double saturation,
    @Setting(value = "0", meaning = "most degrees of a turn of hue, either way", min = 0, max = 180)
        double hue)
    implements Augmentation {

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Color {
    checkArgument(
        brightness >= 0 && brightness <= 1, "brightness must be 0 to 1, not %s", brightness);
    checkArgument(contrast >= 0 && contrast <= 1, "contrast must be 0 to 1, not %s", contrast);
    checkArgument(
        saturation >= 0 && saturation <= 1, "saturation must be 0 to 1, not %s", saturation);
    checkArgument(hue >= 0 && hue <= 180, "hue must be 0 to 180, not %s", hue);
  }

  /**
   * @throws IllegalArgumentException if it is a label map that would be changed, or an image that
   *     is not gray, RGB or RGBA
   */
  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    var change =
        new ColorChange(
            1 + brightness * either(random),
            1 + contrast * either(random),
            1 + saturation * either(random),
            Math.toRadians(hue * either(random)));
    return side.changed(pair, "color", change::of);
  }

  private static double either(RandomGenerator random) {
    return 2 * random.nextDouble() - 1;
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
