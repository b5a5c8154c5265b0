package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.resize.Resampling;
import java.util.random.RandomGenerator;

/**
 * Shows a pair at a random scale, and a random part of it: both images are enlarged or shrunk by
 * the same factor, and the same rectangle is cut from both. Only that part is resized.
 *
 * @param min the least factor
 * @param max the greatest factor; small and large ones are as frequent
 * @param crop height and width after it, in pixels; 0 keeps those that the images have
 * @param labels which images are label maps
 */
public record Scale(
    @Setting(value = "1", meaning = "least factor of the size", min = 0.05, max = 20) double min,
    @Setting(value = "1.25", meaning = "greatest factor of the size", min = 0.05, max = 20)
        double max,
    @Setting(
            value = "0",
            meaning =
                "pixels of height and width after the cut; 0: as before, for min of 1 or more",
            min = 0)
        int crop,
    @Setting(value = "auto", meaning = LabelSampling.MEANING) LabelSampling labels)
    implements Augmentation {

  /**
   * @throws IllegalArgumentException if {@code min} is not positive, {@code max} below it, or
   *     {@code crop} negative, or 0 where images may shrink
   */
  public Scale {
    checkArgument(min > 0, "min must be more than 0, not %s", min);
    checkArgument(max >= min, "max must be at least min, %s, not %s", min, max);
    checkArgument(crop >= 0, "crop must be at least 0, not %s", crop);
    checkArgument(
        crop > 0 || min >= 1,
        "crop: 0 keeps the size, but images shrink by min, %s; give a smaller crop, or min: 1",
        min);
  }

  /**
   * @throws IllegalArgumentException if the images may shrink to less than the crop
   */
  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    var before = pair.target().shape();
    checkSize(before);
    double factor = min * Math.pow(max / min, random.nextDouble());
    int height = part(edge(before.height()), factor, before.height());
    int width = part(edge(before.width()), factor, before.width());
    int top = random.nextInt(before.height() - height + 1);
    int left = random.nextInt(before.width() - width + 1);
    var window = new Window(top, left, height, width);
    var after = shapeOf(PairShape.of(pair)).target();
    return labels
        .sides(pair.labels())
        .moved(
            pair,
            image -> Resampling.BICUBIC.resize(window.cut(image), after.height(), after.width()),
            image -> Resampling.NEAREST.resize(window.cut(image), after.height(), after.width()));
  }

  @Override
  public PairShape shapeOf(PairShape shape) {
    checkSize(shape.condition());
    return shape.resized(edge(shape.condition().height()), edge(shape.condition().width()));
  }

  private int edge(int before) {
    return crop == 0 ? before : crop;
  }

  /** The pixels of the image that become the cut. */
  private static int part(int cut, double factor, int all) {
    return (int) Math.max(1, Math.min(all, Math.round(cut / factor)));
  }

  private void checkSize(ImageShape shape) {
    checkArgument(
        crop == 0 || Math.min(shape.height(), shape.width()) * min >= crop,
        "images of %s at the scale of %s are smaller than the crop of %sx%s; use larger images, a"
            + " smaller crop, or a greater min",
        shape.widthByHeight(),
        min,
        crop,
        crop);
  }
}
