package io.pix2pix.bench.perception;

import java.util.Locale;
import java.util.Optional;

/** Where an image of a trial stands. */
enum ScreenSide {
  LEFT,
  RIGHT;

  /** In an address and in the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The side of that word, if it is one. */
  static Optional<ScreenSide> of(String word) {
    for (var side : values()) {
      if (side.word().equals(word)) {
        return Optional.of(side);
      }
    }
    return Optional.empty();
  }
}
