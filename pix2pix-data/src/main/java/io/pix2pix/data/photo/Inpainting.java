package io.pix2pix.data.photo;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.resize.SquareSize;
import java.util.Optional;

/**
 * Photos whose middle is to be filled in (the paper, section 6.2): the condition is a photo with a
 * white rectangle in its middle, the target is the photo. Losses look at the whole of it, as in the
 * code that was published with the paper.
 *
 * @param size height and width of a photo when read, in pixels; 0 keeps it as stored
 * @param hole share of height and of width that is white
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
        double hole)
    implements PhotoDataset {

  /**
   * @throws IllegalArgumentException if {@code size} is negative, or {@code hole} not between 0 and
   *     1
   */
  public Inpainting {
    checkArgument(size >= 0, "size must be at least 0, not %s", size);
    checkArgument(hole > 0 && hole < 1, "hole must be between 0 and 1, not %s", hole);
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

  @Override
  public PairShape shapeOf(ImageShape picture) {
    return new SquareSize(size).ofBoth(picture);
  }

  /** A photo gets its hole; one that has it already is taken as it is. */
  @Override
  public Image condition(Image picture, Optional<Palette> indices, String where) {
    return new CenterMask(hole).in(picture);
  }
}
