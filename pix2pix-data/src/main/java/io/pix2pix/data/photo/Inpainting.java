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
 * Photos whose middle is to be filled in (the paper, section 6.2): the condition is a photo with a
 * white rectangle in its middle, the target is the photo. Losses look at the whole of it, as in the
 * code that was published with the paper.
 *
 * @param size height and width of a photo when read, in pixels; 0 keeps it as stored
 * @param hole share of height and of width that is white
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how photos are read
 * @param files where photos are below the data folder, as a {@link
 *     io.pix2pix.data.layout.PathPattern}
 * @param split of data that has no splits of its own
 */
public record Inpainting(
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each photo is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(
            value = "0.5",
            meaning = "share of height and of width that is white, in the middle",
            min = 0.01,
            max = 0.99)
        double hole,
    @Setting(value = "[]", meaning = RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(value = PictureLayout.USUAL, meaning = PictureLayout.FILES) String files,
    @Setting(value = "{}", meaning = PictureLayout.SPLIT) Split split)
    implements PhotoDataset {

  /** With the defaults of an experiment file for everything else. */
  public Inpainting(int size, double hole) {
    this(
        size,
        hole,
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        "{split}/{name}",
        Split.USUAL);
  }

  /**
   * @throws IllegalArgumentException if {@code size} is negative, {@code hole} not between 0 and 1,
   *     or {@code range} no range
   */
  public Inpainting {
    PictureLayout.of(files, split);
    pixels.resize().size(size);
    checkArgument(hole > 0 && hole < 1, "hole must be between 0 and 1, not %s", hole);
    SampleRange.of(range);
    checkArgument(
        pixels.condition().equals(SidePixels.USUAL) && !pixels.target().labels().isGiven(),
        "a photo is both condition and target: say in pixels.target how it is read");
  }

  @Override
  public ImagePair pair(Image photo) {
    return new ImagePair(new CenterMask(hole).in(photo), photo);
  }

  /** Jitter moves and blurs the hole, and whoever translates has it in the middle. */
  @Override
  public ImagePair afterAugmentation(ImagePair changed) {
    return pair(changed.target());
  }

  /** A gray photo stays gray. */
  @Override
  public StoredImages photos(StoredImages files) {
    return files.readAs(pixels.target(), range);
  }

  @Override
  public PairShape shapeOf(ImageShape picture) {
    var photo = pixels.target().of(readSize().of(picture));
    return new PairShape(photo, photo);
  }

  @Override
  public Dataset withChannelsOf(Supplier<PairShape> training) {
    var fixed = pixels.withTargetChannelsOf(training);
    return new Inpainting(size, hole, range, onBadImage, fixed, files, split);
  }

  @Override
  public DrawnCondition drawnCondition() {
    return DrawnCondition.withHole(hole);
  }

  /** A photo gets its hole; one that has it already is taken as it is. */
  @Override
  public Image condition(Image picture, Optional<Palette> indices, String where) {
    return new CenterMask(hole).in(picture);
  }
}
