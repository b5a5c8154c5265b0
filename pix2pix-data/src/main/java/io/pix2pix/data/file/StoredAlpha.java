package io.pix2pix.data.file;

import io.pix2pix.api.error.InvalidInputException;

/** Whether pictures have an alpha channel. */
public final class StoredAlpha {
  private static final int ALPHA = 3;

  private StoredAlpha() {}

  /**
   * Whether a picture has one: its head says so, or a pixel shows it.
   *
   * @throws InvalidInputException if it cannot be read
   */
  public static boolean isIn(StoredImages images, int index) {
    int stored = images.channels(index).all();
    return stored == 2 || stored == 4 || showsThrough(images.withAlpha(), index);
  }

  /** Tables of colors, and WebP, have alpha that their heads do not tell. */
  private static boolean showsThrough(StoredImages images, int index) {
    var picture = images.read(index);
    float[] values = picture.toArray();
    for (int at = ALPHA; at < values.length; at += picture.channels()) {
      if (values[at] < 1) {
        return true;
      }
    }
    return false;
  }
}
