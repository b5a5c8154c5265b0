package io.pix2pix.data.pixels;

/** How networks see label maps, whose classes {@code palette.csv} names. */
public enum LabelForm {
  /**
   * Where pictures hold nothing but indices of the palette, they get its colors; other pictures are
   * read as they are.
   */
  AUTO,
  /** In the colors of the palette, three channels. */
  COLORS,
  /** One channel, in which classes lie at even distances. */
  INDICES,
  /** A channel for each class: 1 where a pixel is of that class, else -1. */
  ONE_HOT;

  /** Whether the side holds label maps and nothing else. */
  public boolean isGiven() {
    return this != AUTO;
  }
}
