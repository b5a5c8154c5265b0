package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.label.NoClass;
import java.util.random.RandomGenerator;

/**
 * Turns, shifts, shears and enlarges a pair a little at random, around its middle, both images
 * alike. Pictures are blended of the four nearest pixels; label maps and masks take the nearest.
 *
 * @param rotation the most, in degrees, to either side
 * @param translation the most, as a share of height and width, in each direction
 * @param shear the most, in degrees, to either side
 * @param scale the most that it grows or shrinks, as a share of its size
 * @param border what is seen beyond the border
 * @param fill what {@code border: fill} puts there in pictures, in {@code [-1, 1]}
 * @param labels which images are label maps
 */
public record Affine(
    @Setting(value = "5", meaning = "most degrees of rotation, either way", min = 0, max = 180)
        double rotation,
    @Setting(
            value = "0.02",
            meaning = "most translation, as a share of height and width",
            min = 0,
            max = 1)
        double translation,
    @Setting(value = "0", meaning = "most degrees of shear, either way", min = 0, max = 60)
        double shear,
    @Setting(
            value = "0.05",
            meaning = "most that it grows or shrinks, as a share of its size",
            min = 0,
            max = 0.9)
        double scale,
    @Setting(
            value = "reflect",
            meaning =
                "beyond the border: reflect shows the image as in a mirror; fill shows one value,"
                    + " in label maps the palette's color of no class")
        Border border,
    @Setting(
            value = "-1",
            meaning = "the value of border: fill; -1: black, 1: white",
            min = -1,
            max = 1)
        double fill,
    @Setting(value = "auto", meaning = LabelSampling.MEANING) LabelSampling labels)
    implements Augmentation {
  private static final float[] UNKNOWN = {0};

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Affine {
    checkArgument(rotation >= 0 && rotation <= 180, "rotation must be 0 to 180, not %s", rotation);
    checkArgument(
        translation >= 0 && translation <= 1, "translation must be 0 to 1, not %s", translation);
    checkArgument(shear >= 0 && shear <= 60, "shear must be 0 to 60, not %s", shear);
    checkArgument(scale >= 0 && scale <= 0.9, "scale must be 0 to 0.9, not %s", scale);
    checkArgument(fill >= -1 && fill <= 1, "fill must be -1 to 1, not %s", fill);
  }

  /**
   * @throws IllegalArgumentException if the border of a label map is to be filled, and nobody knows
   *     its palette
   */
  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    int height = pair.target().height();
    int width = pair.target().width();
    var map =
        AffineMap.around(
            height,
            width,
            Math.toRadians(rotation * either(random)),
            Math.toRadians(shear * either(random)),
            1 + scale * either(random),
            width * translation * either(random),
            height * translation * either(random),
            border);
    var sides = labels.sides(pair.labels());
    return new ImagePair(
        image(map, pair.condition(), sides.condition(), pair.labels().condition(), pair),
        image(map, pair.target(), sides.target(), pair.labels().target(), pair),
        pair.labels(),
        pair.mask().map(mask -> map.nearest(mask, UNKNOWN)));
  }

  private Image image(AffineMap map, Image image, boolean isMap, LabelKind kind, ImagePair pair) {
    if (!isMap) {
      return map.blended(image, (float) fill);
    }
    var beyond = border == Border.FILL ? NoClass.pixel(image, kind, pair.labels()) : UNKNOWN;
    return map.nearest(image, beyond);
  }

  private static double either(RandomGenerator random) {
    return 2 * random.nextDouble() - 1;
  }

  @Override
  public PairShape shapeOf(PairShape shape) {
    return shape;
  }
}
