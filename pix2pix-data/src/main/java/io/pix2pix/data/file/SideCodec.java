package io.pix2pix.data.file;

import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.label.LabelReading;
import java.util.Optional;

/**
 * Shows label maps in the colors of their palette, and what has no colors by its first channels.
 *
 * @param dataset whose pictures are shown
 * @param condition how conditions are label maps, if they are
 * @param target how targets are label maps, if they are
 */
record SideCodec(
    ImageFileDataset dataset, Optional<LabelReading> condition, Optional<LabelReading> target)
    implements ImageCodec {

  @Override
  public Image condition(Image picture, Optional<Palette> indices, String where) {
    return dataset.condition(picture, indices, where);
  }

  @Override
  public Image showCondition(Image seen) {
    return condition.map(labels -> labels.shown(seen)).orElseGet(() -> visible(seen));
  }

  @Override
  public Image showTarget(Image seen, Image made) {
    return target.map(labels -> labels.shown(made)).orElseGet(() -> visible(made));
  }

  @Override
  public Image storeTarget(Image seen, Image made) {
    return target.map(labels -> labels.shown(made)).orElse(made);
  }

  /** One or three channels of any number of them. */
  static Image visible(Image image) {
    return switch (image.channels()) {
      case 1, 3 -> image;
      case 2 -> PictureChannels.band(image, 0);
      default -> PictureChannels.band(image, 0, 1, 2);
    };
  }
}
