package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.resize.Resampling;
import io.pix2pix.data.resize.Window;
import java.util.random.RandomGenerator;

/**
 * Shifts a pair by a few pixels at random: both images are resized to a square, and the same
 * smaller square is cut from both.
 *
 * @param enlarge height and width before the cut, in pixels; the ratio of the sides is not kept
 * @param crop height and width after the cut, in pixels
 * @param labels which images are label maps
 */
public record Jitter(
    @Setting(value = "286", meaning = "pixels of height and width before the cut", min = 1)
        int enlarge,
    @Setting(
            value = "256",
            meaning = "pixels of height and width after the cut; at most enlarge",
            min = 1)
        int crop,
    @Setting(value = "auto", meaning = LABELS) LabelSampling labels)
    implements Augmentation {
  static final String LABELS =
      "label maps, resized by nearest and never blended: auto (those stored as indices; colors are"
          + " blended, as in the paper's code), nearest (all that the data set knows, and there"
          + " must be one), condition, target, both, none";

  /** With the defaults of an experiment file for everything else. */
  public Jitter(int enlarge, int crop) {
    this(enlarge, crop, LabelSampling.AUTO);
  }

  /**
   * @throws IllegalArgumentException if {@code crop} is below 1 or above {@code enlarge}
   */
  public Jitter {
    checkArgument(crop >= 1, "crop must be at least 1, not %s", crop);
    checkArgument(crop <= enlarge, "crop must be at most enlarge, %s, not %s", enlarge, crop);
  }

  /**
   * @throws IllegalArgumentException if the images are smaller than the crop
   */
  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    checkSize(pair.condition().shape());
    int top = random.nextInt(enlarge - crop + 1);
    int left = random.nextInt(enlarge - crop + 1);
    return labels
        .sidesOfIndices(pair.labels())
        .moved(
            pair,
            image ->
                Resampling.BICUBIC.part(image, enlarge, enlarge, new Window(top, left, crop, crop)),
            image ->
                Resampling.NEAREST.part(
                    image, enlarge, enlarge, new Window(top, left, crop, crop)));
  }

  @Override
  public PairShape shapeOf(PairShape shape) {
    checkSize(shape.condition());
    return shape.resized(crop, crop);
  }

  private void checkSize(ImageShape shape) {
    checkArgument(
        shape.height() >= crop && shape.width() >= crop,
        "images of %s are smaller than the crop of %sx%s; use larger images, a smaller crop, or"
            + " data.size: %s",
        shape.widthByHeight(),
        crop,
        crop,
        crop);
  }
}
