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
import io.pix2pix.data.resize.Resampling;
import java.util.function.Supplier;

/**
 * Photos to be enlarged: the condition is a photo that was made smaller and enlarged again, both by
 * bicubic interpolation; the target is the photo. Whoever translates gives a small picture that was
 * enlarged to the size of the result.
 *
 * @param size height and width of a photo when read, in pixels; 0 keeps it as stored
 * @param factor by which height and width are divided, and rounded
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how photos are read
 * @param files where photos are below the data folder, as a {@link
 *     io.pix2pix.data.layout.PathPattern}
 * @param split of data that has no splits of its own
 */
public record SuperResolution(
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each photo is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(
            value = "4",
            meaning = "by which height and width are divided before they are enlarged again",
            min = 2,
            max = 64)
        int factor,
    @Setting(value = "[]", meaning = RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(value = PictureLayout.USUAL, meaning = PictureLayout.FILES) String files,
    @Setting(value = "{}", meaning = PictureLayout.SPLIT) Split split)
    implements PhotoDataset {

  /** With the defaults of an experiment file for everything else. */
  public SuperResolution(int size, int factor) {
    this(
        size,
        factor,
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        "{split}/{name}",
        Split.USUAL);
  }

  /**
   * @throws IllegalArgumentException if {@code factor} is less than 2, or {@code size} is negative,
   *     {@code range} no range, or {@code files} no pattern
   */
  public SuperResolution {
    PictureLayout.of(files, split);
    pixels.resize().size(size);
    checkArgument(factor >= 2, "factor must be at least 2, not %s", factor);
    SampleRange.of(range);
    checkArgument(
        pixels.condition().equals(SidePixels.USUAL) && !pixels.target().labels().isGiven(),
        "a photo is both condition and target: say in pixels.target how it is read");
  }

  @Override
  public ImagePair pair(Image photo) {
    return new ImagePair(reduced(photo), photo);
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
    return new SuperResolution(size, factor, range, onBadImage, fixed, files, split);
  }

  private Image reduced(Image photo) {
    int height = Math.max(1, Math.round((float) photo.height() / factor));
    int width = Math.max(1, Math.round((float) photo.width() / factor));
    var small = Resampling.BICUBIC.resize(photo, height, width);
    return Resampling.BICUBIC.resize(small, photo.height(), photo.width());
  }
}
