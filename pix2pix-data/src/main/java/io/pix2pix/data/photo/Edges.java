package io.pix2pix.data.photo;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.DrawnCondition;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.PictureLayout;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.pixels.PixelSettings;
import io.pix2pix.data.pixels.SidePixels;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Photos to be made of their edges: the condition is black lines on white, as {@link EdgeDrawing}
 * draws them; the target is the photo.
 *
 * @param size height and width of a photo when read, in pixels; 0 keeps it as stored
 * @param sigma standard deviation of the filter before edges are looked for, in pixels
 * @param low gradients from here on continue an edge, in gray values of 255 by Sobel's kernels
 * @param high gradients from here on are edges
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how photos are read
 * @param files where photos are below the data folder, as a {@link
 *     io.pix2pix.data.layout.PathPattern}
 * @param split of data that has no splits of its own
 */
public record Edges(
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each photo is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(
            value = EdgeDrawing.SIGMA,
            meaning = "standard deviation of the filter before edges are looked for, in pixels",
            min = 0.1,
            max = 20)
        double sigma,
    @Setting(
            value = EdgeDrawing.LOW,
            meaning = "gradients from here on continue an edge: Canny's low threshold",
            min = 0)
        double low,
    @Setting(
            value = EdgeDrawing.HIGH,
            meaning = "gradients from here on are edges: Canny's high threshold",
            min = 0)
        double high,
    @Setting(value = "[]", meaning = RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(value = PictureLayout.USUAL, meaning = PictureLayout.FILES) String files,
    @Setting(value = "{}", meaning = PictureLayout.SPLIT) Split split)
    implements PhotoDataset {
  private static final double SHARE = 0.9;
  private static final float NEAR = 0.75f;

  /** With the defaults of an experiment file for everything else. */
  public Edges(int size) {
    this(
        size,
        Double.parseDouble(EdgeDrawing.SIGMA),
        Double.parseDouble(EdgeDrawing.LOW),
        Double.parseDouble(EdgeDrawing.HIGH),
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        "{split}/{name}",
        Split.USUAL);
  }

  /**
   * @throws IllegalArgumentException if thresholds are no range or {@code sigma} is too small, or
   *     {@code size} is negative, {@code range} no range, or {@code files} no pattern
   */
  public Edges {
    PictureLayout.of(files, split);
    pixels.resize().size(size);
    SampleRange.of(range);
    checkArgument(
        pixels.condition().equals(SidePixels.USUAL) && !pixels.target().labels().isGiven(),
        "a photo is both condition and target: say in pixels.target how it is read");
    EdgeDrawing.check(sigma, low, high);
  }

  private EdgeDrawing drawing() {
    return new EdgeDrawing(sigma, low, high);
  }

  @Override
  public ImagePair pair(Image photo) {
    return new ImagePair(drawing().of(photo), photo);
  }

  /** A gray photo stays gray. */
  @Override
  public StoredImages photos(StoredImages stored) {
    return stored.readAs(pixels.target(), range);
  }

  @Override
  public PairShape shapeOf(ImageShape picture) {
    var photo = pixels.target().of(readSize().of(picture));
    return new PairShape(photo, photo);
  }

  @Override
  public Dataset withChannelsOf(Supplier<PairShape> training) {
    var fixed = pixels.withTargetChannelsOf(training);
    return new Edges(size, sigma, low, high, range, onBadImage, fixed, files, split);
  }

  @Override
  public DrawnCondition drawnCondition() {
    return DrawnCondition.LINES;
  }

  /** A drawing is taken as it is; of a photo, edges are taken. */
  @Override
  public Image condition(Image picture, Optional<Palette> indices, String where) {
    return isDrawing(picture) ? picture : drawing().of(picture);
  }

  /** Nine tenths of a drawing, or more, are black or white, or nearly so. */
  private static boolean isDrawing(Image picture) {
    int pixels = picture.height() * picture.width();
    int plain = 0;
    for (int i = 0; i < pixels; i++) {
      plain += isPlain(picture, i / picture.width(), i % picture.width()) ? 1 : 0;
    }
    return plain >= SHARE * pixels;
  }

  private static boolean isPlain(Image picture, int y, int x) {
    float first = picture.at(y, x, 0);
    for (int channel = 0; channel < picture.channels(); channel++) {
      float value = picture.at(y, x, channel);
      if (Math.abs(value) < NEAR || Math.signum(value) != Math.signum(first)) {
        return false;
      }
    }
    return true;
  }
}
