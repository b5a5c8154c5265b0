package io.pix2pix.data.pixels;

import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.resize.ResizeSettings;
import java.util.function.Supplier;

/**
 * How a data set reads its pictures. Every data set of image files holds one.
 *
 * @param condition how conditions are read
 * @param target how targets are read
 * @param resize how they get another size
 */
public record PixelSettings(
    @Setting(value = "{}", meaning = "how conditions are read") SidePixels condition,
    @Setting(value = "{}", meaning = "how targets are read") SidePixels target,
    @Setting(value = "{}", meaning = "how pictures get another size") ResizeSettings resize) {

  /** What the setting means that a data set has it in. */
  public static final String MEANING = "channels, ranges, labels and sizes of what is read";

  /** The defaults of an experiment file. */
  public static final PixelSettings USUAL =
      new PixelSettings(SidePixels.USUAL, SidePixels.USUAL, ResizeSettings.USUAL);

  /**
   * The same with as many channels on each side as pictures had in training, where the settings
   * leave that to the pictures.
   *
   * @param training is asked only then
   */
  public PixelSettings withChannelsOf(Supplier<PairShape> training) {
    return new PixelSettings(
        condition.withChannelsOf(() -> training.get().condition()),
        target.withChannelsOf(() -> training.get().target()),
        resize);
  }

  /** The same for data of one picture each, which is read as the target is. */
  public PixelSettings withTargetChannelsOf(Supplier<PairShape> training) {
    return new PixelSettings(
        condition, target.withChannelsOf(() -> training.get().target()), resize);
  }

  /**
   * The shapes of a pair, once it is read, as far as the settings tell.
   *
   * @param picture {@code [h, w, 3]}: of each image of the pair, at its final size
   */
  public PairShape of(ImageShape picture) {
    return new PairShape(condition.of(picture), target.of(picture));
  }
}
