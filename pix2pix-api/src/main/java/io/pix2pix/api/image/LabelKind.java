package io.pix2pix.api.image;

/** Whether an image is a label map, whose values stand for classes and have nothing in between. */
public enum LabelKind {
  /** A picture: values can be blended. */
  NONE,

  /**
   * A map whose files have the colors of a palette. The paper's port blends them when it resizes.
   */
  COLORS,

  /**
   * A map that was stored as indices of classes, in the palette's colors or in one channel of
   * numbers.
   */
  INDICES,

  /** A map with a channel for each class: 1 where a pixel is of that class, else -1. */
  ONE_HOT;

  /** Whether it is a label map of any kind. */
  public boolean isLabels() {
    return this != NONE;
  }
}
