package io.pix2pix.data.photo;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DrawnCondition;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.api.plugin.RenamedPlugin;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.layout.PictureLayout;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.pixels.ChannelChoice;
import io.pix2pix.data.pixels.PixelSettings;
import io.pix2pix.data.pixels.SidePixels;
import java.util.Optional;

/**
 * Photos to be colored (the paper, sections 4.2 and 6.2): the condition is their lightness, {@code
 * L / 50 - 1} of CIE Lab in one channel; the target is their color, {@code a / 110} and {@code b /
 * 110} in two. What is shown is lightness and color joined.
 *
 * @param size height and width of a photo when read, in pixels; 0 keeps it as stored
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how photos are read
 * @param files where photos are below the data folder, as a {@link
 *     io.pix2pix.data.layout.PathPattern}
 * @param split of data that has no splits of its own
 */
@RenamedPlugin(from = "colourisation")
public record Colorization(
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each photo is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(value = "[]", meaning = RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(value = PictureLayout.USUAL, meaning = PictureLayout.FILES) String files,
    @Setting(value = "{}", meaning = PictureLayout.SPLIT) Split split)
    implements PhotoDataset {

  /** With the defaults of an experiment file for everything else. */
  public Colorization(int size) {
    this(
        size,
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        "{split}/{name}",
        Split.USUAL);
  }

  /**
   * @throws IllegalArgumentException if {@code size} is negative, or {@code range} no range
   */
  public Colorization {
    PictureLayout.of(files, split);
    pixels.resize().size(size);
    SampleRange.of(range);
    checkArgument(
        isUsual(pixels.condition()) && isUsual(pixels.target()),
        "colorization reads red, green and blue, and makes lightness and color of them: leave"
            + " channels, labels and more out");
  }

  private static boolean isUsual(SidePixels side) {
    return side.channels() == ChannelChoice.AUTO
        && !side.labels().isGiven()
        && side.more().isEmpty();
  }

  @Override
  public ImagePair pair(Image photo) {
    return LabImages.split(photo);
  }

  @Override
  public int pictureChannels(PairShape training) {
    return 3;
  }

  @Override
  public PairShape shapeOf(ImageShape picture) {
    var shape = readSize().of(picture);
    return new PairShape(shape.withChannels(1), shape.withChannels(2));
  }

  @Override
  public DrawnCondition drawnCondition() {
    return DrawnCondition.GRAY;
  }

  @Override
  public Image condition(Image picture, Optional<Palette> indices, String where) {
    return LabImages.split(picture).condition();
  }

  /** Lightness and color are no pictures by themselves, whatever their channels. */
  @Override
  public ImageCodec codec(Optional<Palette> classes) {
    return this;
  }

  @Override
  public Image showCondition(Image condition) {
    var shape = condition.shape().withChannels(2);
    return LabImages.join(condition, Image.owning(shape, new float[shape.size()]));
  }

  @Override
  public Image showTarget(Image condition, Image target) {
    return LabImages.join(condition, target);
  }
}
