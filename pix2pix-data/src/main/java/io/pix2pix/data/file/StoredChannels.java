package io.pix2pix.data.file;

import io.pix2pix.data.pixels.ChannelChoice;

/**
 * The channels that a picture's file holds.
 *
 * @param colors 1 for a gray picture, 3 for a colored one, else 0: its numbers are no colors
 * @param all that one page gives, alpha included
 */
record StoredChannels(int colors, int all) {
  static final StoredChannels RGB = new StoredChannels(3, 3);

  /** Gray or colors, and alpha or what else is stored with them. */
  static StoredChannels of(int samples) {
    return new StoredChannels(samples < 3 ? 1 : 3, samples);
  }

  /** Those that are read where nobody chooses. */
  int natural() {
    return colors == 0 ? all : colors;
  }

  /** Whether some are left out where nobody chooses. */
  boolean hasMore() {
    return all > natural();
  }

  /**
   * How many a choice reads.
   *
   * @param pages of the file
   */
  int chosen(ChannelChoice choice, int pages) {
    return switch (choice) {
      case AUTO -> natural();
      case GRAY -> 1;
      case RGB -> 3;
      case RGBA -> 4;
      case ALL -> all * pages;
    };
  }
}
