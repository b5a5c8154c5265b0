package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.label.NoClass;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Erases random rectangles, after Zhong et al. (2017): of pictures with one value, of label maps
 * with the palette's color of no class. Both images lose the same rectangles.
 *
 * @param side which images
 * @param probability of a pair to lose anything
 * @param most rectangles; from 1 on, each number is as frequent
 * @param min the least share of height, and of width
 * @param max the greatest share of height, and of width
 * @param fill what is put there in pictures, in {@code [-1, 1]}
 */
public record Erase(
    @Setting(value = "condition", meaning = Side.MEANING) Side side,
    @Setting(value = "0.5", meaning = "probability of a pair to lose anything", min = 0, max = 1)
        double probability,
    @Setting(
            value = "3",
            meaning = "most rectangles; each number from 1 on is as frequent",
            min = 1)
        int most,
    @Setting(value = "0.1", meaning = "least share of height, and of width", min = 0, max = 1)
        double min,
    @Setting(value = "0.3", meaning = "greatest share of height, and of width", min = 0, max = 1)
        double max,
    @Setting(
            value = "0",
            meaning =
                "what is put in pictures; -1: black, 0: gray, 1: white; label maps get the"
                    + " palette's color of no class",
            min = -1,
            max = 1)
        double fill)
    implements Augmentation {

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Erase {
    checkArgument(
        probability >= 0 && probability <= 1,
        "probability must be between 0 and 1, not %s",
        probability);
    checkArgument(most >= 1, "most must be at least 1, not %s", most);
    checkArgument(min >= 0 && min <= 1, "min must be 0 to 1, not %s", min);
    checkArgument(max >= min && max <= 1, "max must be min, %s, to 1, not %s", min, max);
    checkArgument(fill >= -1 && fill <= 1, "fill must be -1 to 1, not %s", fill);
  }

  /**
   * @throws IllegalArgumentException if it is a label map, and nobody knows its palette
   */
  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    boolean erased = random.nextDouble() < probability;
    var windows = new Window[1 + random.nextInt(most)];
    Arrays.setAll(windows, i -> window(pair.target(), random));
    var labels = pair.labels();
    var condition = pair.condition();
    var target = pair.target();
    if (side.condition()) {
      condition = without(erased, windows, condition, value(condition, labels.condition(), pair));
    }
    if (side.target()) {
      target = without(erased, windows, target, value(target, labels.target(), pair));
    }
    return pair.with(condition, target);
  }

  private Window window(Image image, RandomGenerator random) {
    int height = edge(image.height(), random);
    int width = edge(image.width(), random);
    int top = random.nextInt(image.height() - height + 1);
    int left = random.nextInt(image.width() - width + 1);
    return new Window(top, left, height, width);
  }

  private int edge(int all, RandomGenerator random) {
    return (int) Math.round(all * (min + (max - min) * random.nextDouble()));
  }

  private float[] value(Image image, LabelKind kind, ImagePair pair) {
    if (kind.isLabels()) {
      return NoClass.pixel(image, kind, pair.labels());
    }
    var pixel = new float[image.channels()];
    Arrays.fill(pixel, (float) fill);
    return pixel;
  }

  private static Image without(boolean erased, Window[] windows, Image image, float[] pixel) {
    if (!erased) {
      return image;
    }
    float[] values = image.toArray();
    for (var window : windows) {
      for (int y = window.top(); y < window.top() + window.height(); y++) {
        int first = (y * image.width() + window.left()) * pixel.length;
        for (int x = 0; x < window.width(); x++) {
          System.arraycopy(pixel, 0, values, first + x * pixel.length, pixel.length);
        }
      }
    }
    return Image.owning(image.shape(), values);
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
