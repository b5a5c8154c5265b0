package io.pix2pix.data.resize;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.plugin.Setting;

/**
 * How pictures get another size when they are read.
 *
 * @param width in pixels; 0 for what {@code data.size} says
 * @param height in pixels; 0 for what {@code data.size} says
 * @param method how new pixels follow from old ones; label maps always take the nearest
 * @param fit what happens where proportions differ
 * @param multiple of which height and width become, where pictures keep their size, in pixels
 */
public record ResizeSettings(
    @Setting(value = "0", min = 0, meaning = "pixels of width, if not square; 0: as data.size says")
        int width,
    @Setting(
            value = "0",
            min = 0,
            meaning = "pixels of height, if not square; 0: as data.size says")
        int height,
    @Setting(
            value = "bicubic",
            meaning = "how new pixels follow from old ones, as in Pillow; label maps take nearest")
        Resampling method,
    @Setting(
            value = "stretch",
            meaning =
                "where proportions differ: stretch, crop the middle, or pad with the mirror image;"
                    + " keep: no other size, padded up to a multiple, and cut back in results")
        Fit fit,
    @Setting(
            value = "256",
            min = 1,
            meaning = "pixels of whose multiples pictures become with fit: keep, as networks take")
        int multiple) {

  /** Stretched with {@link Resampling#BICUBIC}. */
  public static final ResizeSettings USUAL =
      new ResizeSettings(0, 0, Resampling.BICUBIC, Fit.STRETCH, 256);

  /**
   * @throws IllegalArgumentException if only one of width and height is given, or one is negative
   */
  public ResizeSettings {
    checkArgument(
        width >= 0 && height >= 0 && (width == 0) == (height == 0),
        "width and height must be given both, at least 1 each, or neither, not %s and %s",
        width,
        height);
    checkArgument(multiple >= 1, "multiple must be at least 1, not %s", multiple);
    checkArgument(
        fit != Fit.KEEP || width == 0, "fit: keep leaves the size as it is: leave width out");
  }

  /**
   * The size that a data set gives its pictures.
   *
   * @param edge height and width of square ones; 0 for none
   * @throws IllegalArgumentException if it is negative, or both say a size
   */
  public ReadSize size(int edge) {
    checkArgument(edge >= 0, "size must be at least 0, not %s", edge);
    checkArgument(
        edge == 0 || width == 0,
        "size is for square pictures, and resize.width and resize.height for others: give one");
    checkArgument(
        fit != Fit.KEEP || edge == 0, "fit: keep leaves the size as it is: leave data.size out");
    return edge == 0
        ? new ReadSize(height, width, method, fit, multiple)
        : new ReadSize(edge, edge, method, fit, multiple);
  }
}
