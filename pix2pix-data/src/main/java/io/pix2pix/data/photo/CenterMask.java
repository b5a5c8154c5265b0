package io.pix2pix.data.photo;

import io.pix2pix.api.image.Image;

/**
 * A white rectangle in the middle of a photo, in place of what was there.
 *
 * @param share of the photo's height, and of its width
 */
record CenterMask(double share) {
  private static final float WHITE = 1;

  /** The photo with this hole in it: a photo that has it already stays the same. */
  Image in(Image photo) {
    int top = margin(photo.height());
    int left = margin(photo.width());
    var values = photo.toArray();
    for (int i = 0; i < values.length; i++) {
      int y = i / photo.channels() / photo.width();
      int x = i / photo.channels() % photo.width();
      if (isWithin(y, top, photo.height()) && isWithin(x, left, photo.width())) {
        values[i] = WHITE;
      }
    }
    return Image.owning(photo.shape(), values);
  }

  private int margin(int length) {
    return (int) Math.round(length * (1 - share) / 2);
  }

  private static boolean isWithin(int position, int margin, int length) {
    return margin <= position && position < length - margin;
  }
}
