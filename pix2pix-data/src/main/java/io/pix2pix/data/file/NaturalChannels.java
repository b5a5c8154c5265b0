package io.pix2pix.data.file;

import io.pix2pix.api.data.EvenSample;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.pixels.ChannelChoice;

/**
 * The channels that pictures of a folder are read with where nobody chooses. A colored picture
 * decides at once; that all are gray, the heads of a sample tell.
 *
 * @param images of the folder
 */
record NaturalChannels(StoredImages images) {
  private static final int HEADS = 1024;

  /** What {@link ChannelChoice#AUTO} stands for; any other choice as it is. */
  ChannelChoice choice(ChannelChoice given) {
    if (given != ChannelChoice.AUTO) {
      return given;
    }
    var heads = EvenSample.of(images.size(), HEADS).iterator();
    var found = ChannelChoice.RGB;
    while (heads.hasNext()) {
      int index = heads.nextInt();
      if (isReadable(index)) {
        found = choice(images.channels(index));
        break;
      }
    }
    return found == ChannelChoice.GRAY && !allAreGray() ? ChannelChoice.RGB : found;
  }

  private static ChannelChoice choice(StoredChannels first) {
    return switch (first.colors()) {
      case 0 -> ChannelChoice.ALL;
      case 1 -> ChannelChoice.GRAY;
      default -> ChannelChoice.RGB;
    };
  }

  private boolean allAreGray() {
    return EvenSample.of(images.size(), HEADS).parallel().noneMatch(this::isColored);
  }

  private boolean isColored(int index) {
    return isReadable(index) && images.channels(index).colors() != 1;
  }

  /** A damaged picture is told by the check of all files. */
  private boolean isReadable(int index) {
    try {
      return images.channels(index).all() > 0;
    } catch (InvalidInputException e) {
      return false;
    }
  }
}
