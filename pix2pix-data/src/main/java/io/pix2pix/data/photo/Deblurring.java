package io.pix2pix.data.photo;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.PictureLayout;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.pixels.PixelSettings;
import io.pix2pix.data.pixels.SidePixels;
import java.util.function.Supplier;

/**
 * Photos to be made sharp: the condition is a photo after a Gaussian filter; the target is the
 * photo. Whoever translates gives a picture that is blurred already.
 *
 * @param size height and width of a photo when read, in pixels; 0 keeps it as stored
 * @param sigma standard deviation of the filter, in pixels of the photo as read
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how photos are read
 * @param files where photos are below the data folder, as a {@link
 *     io.pix2pix.data.layout.PathPattern}
 * @param split of data that has no splits of its own
 */
public record Deblurring(
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each photo is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(
            value = "3",
            meaning = "standard deviation of the Gaussian filter, in pixels",
            min = 0.1,
            max = 100)
        double sigma,
    @Setting(value = "[]", meaning = RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(value = PictureLayout.USUAL, meaning = PictureLayout.FILES) String files,
    @Setting(value = "{}", meaning = PictureLayout.SPLIT) Split split)
    implements PhotoDataset {

  /** With the defaults of an experiment file for everything else. */
  public Deblurring(int size, double sigma) {
    this(
        size,
        sigma,
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        "{split}/{name}",
        Split.USUAL);
  }

  /**
   * @throws IllegalArgumentException if {@code sigma} is too small, or {@code size} is negative,
   *     {@code range} no range, or {@code files} no pattern
   */
  public Deblurring {
    PictureLayout.of(files, split);
    pixels.resize().size(size);
    checkArgument(sigma >= 0.1, "sigma must be at least 0.1, not %s", sigma);
    SampleRange.of(range);
    checkArgument(
        pixels.condition().equals(SidePixels.USUAL) && !pixels.target().labels().isGiven(),
        "a photo is both condition and target: say in pixels.target how it is read");
  }

  @Override
  public ImagePair pair(Image photo) {
    return new ImagePair(new GaussianBlur(sigma).of(photo), photo);
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
    return new Deblurring(size, sigma, range, onBadImage, fixed, files, split);
  }
}
