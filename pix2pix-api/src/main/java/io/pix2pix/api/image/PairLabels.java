package io.pix2pix.api.image;

import java.util.Optional;

/**
 * Which images of a pair are label maps, as far as the data tells.
 *
 * @param condition what {@code x} is
 * @param target what {@code y} is
 * @param palette their classes and colors, where these are known
 */
public record PairLabels(LabelKind condition, LabelKind target, Optional<Palette> palette) {
  /** Two pictures, or nobody knows. */
  public static final PairLabels NONE =
      new PairLabels(LabelKind.NONE, LabelKind.NONE, Optional.empty());
}
