package io.pix2pix.data.augment;

/** What lies beyond the border of an image. */
public enum Border {
  /** The image again, as in a mirror at its border. */
  REFLECT {
    @Override
    int index(int position, int length) {
      int within = Math.floorMod(position, 2 * length);
      return within < length ? within : 2 * length - 1 - within;
    }
  },
  /** One value; in a label map, the color of no class. */
  FILL {
    @Override
    int index(int position, int length) {
      return position >= 0 && position < length ? position : OUTSIDE;
    }
  };

  /** No pixel of the image. */
  static final int OUTSIDE = -1;

  /** The pixel of an axis that is seen at a position; {@link #OUTSIDE} if it is none. */
  abstract int index(int position, int length);
}
