package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Cuts a random rectangle out of a pair, the same out of both images. Where one of them is a label
 * map, rare classes can be shown as often as others: a class is chosen uniformly among those of the
 * map, then a pixel of it, then a rectangle that holds the pixel.
 *
 * @param height after it, in pixels
 * @param width after it, in pixels
 * @param balance how often the rectangle is chosen by classes, from 0 to 1
 * @param labels which images are label maps; the condition counts if both are
 */
public record Crop(
    @Setting(value = "256", meaning = "pixels of height after the cut", min = 1) int height,
    @Setting(value = "256", meaning = "pixels of width after the cut", min = 1) int width,
    @Setting(
            value = "1",
            meaning =
                "probability that the cut is chosen by the classes of the label map, if there is"
                    + " one: a class, all as often, then a cut that holds it",
            min = 0,
            max = 1)
        double balance,
    @Setting(
            value = "auto",
            meaning =
                "where classes are seen: auto (what the data set knows to be a label map, if"
                    + " anything), nearest (the same, and there must be one), condition, target,"
                    + " both, none")
        LabelSampling labels)
    implements Augmentation {

  /**
   * @throws IllegalArgumentException if {@code height} or {@code width} is below 1, or {@code
   *     balance} not between 0 and 1
   */
  public Crop {
    checkArgument(height >= 1, "height must be at least 1, not %s", height);
    checkArgument(width >= 1, "width must be at least 1, not %s", width);
    checkArgument(balance >= 0 && balance <= 1, "balance must be 0 to 1, not %s", balance);
  }

  /**
   * @throws IllegalArgumentException if the images are smaller than the cut, or the classes of the
   *     label map cannot be told
   */
  @Override
  public ImagePair apply(ImagePair pair, RandomGenerator random) {
    var shape = pair.target().shape();
    checkSize(shape);
    boolean balanced = random.nextDouble() < balance;
    var window =
        (balanced ? classes(pair) : Optional.<ClassMap>empty())
            .flatMap(classes -> classes.pixel(random))
            .map(pixel -> around(pixel, shape, random))
            .orElseGet(() -> anywhere(shape, random));
    return pair.changed(window::cut);
  }

  private Optional<ClassMap> classes(ImagePair pair) {
    var known = pair.labels();
    var sides = labels.sides(known);
    if (sides.condition()) {
      return Optional.of(classes(pair.condition(), known.condition(), pair));
    }
    return sides.target()
        ? Optional.of(classes(pair.target(), known.target(), pair))
        : Optional.empty();
  }

  private static ClassMap classes(Image map, LabelKind kind, ImagePair pair) {
    var palette = pair.labels().palette().filter(its -> kind.isLabels());
    return ClassMap.of(map, kind, palette);
  }

  private Window anywhere(ImageShape shape, RandomGenerator random) {
    int top = random.nextInt(shape.height() - height + 1);
    int left = random.nextInt(shape.width() - width + 1);
    return new Window(top, left, height, width);
  }

  private Window around(int pixel, ImageShape shape, RandomGenerator random) {
    int top = start(pixel / shape.width(), height, shape.height(), random);
    int left = start(pixel % shape.width(), width, shape.width(), random);
    return new Window(top, left, height, width);
  }

  /** Where a cut begins that holds a position. */
  private static int start(int position, int cut, int all, RandomGenerator random) {
    int first = Math.max(0, position - cut + 1);
    int last = Math.min(position, all - cut);
    return first + random.nextInt(last - first + 1);
  }

  @Override
  public PairShape shapeOf(PairShape shape) {
    checkSize(shape.condition());
    return shape.resized(height, width);
  }

  private void checkSize(ImageShape shape) {
    checkArgument(
        shape.height() >= height && shape.width() >= width,
        "images of %s are smaller than the cut of %sx%s; use larger images, a smaller cut, or"
            + " data.size",
        shape.widthByHeight(),
        width,
        height);
  }
}
