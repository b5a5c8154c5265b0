package io.pix2pix.data.resize;

import io.pix2pix.api.image.ImageShape;

/** What happens where a picture has other proportions than the size that it is to get. */
public enum Fit {
  /** Its proportions change. */
  STRETCH {
    @Override
    ImageShape scaled(ImageShape picture, ImageShape size) {
      return picture.resized(size.height(), size.width());
    }
  },
  /** It covers the size; what hangs over is cut, on both sides alike. */
  CROP {
    @Override
    ImageShape scaled(ImageShape picture, ImageShape size) {
      return times(picture, Math.max(down(picture, size), across(picture, size)));
    }
  },
  /** It lies within the size; its mirror image fills what is left, on both sides alike. */
  PAD {
    @Override
    ImageShape scaled(ImageShape picture, ImageShape size) {
      return times(picture, Math.min(down(picture, size), across(picture, size)));
    }
  },
  /** It keeps its size; its mirror image continues it to a multiple that networks take. */
  KEEP {
    @Override
    ImageShape scaled(ImageShape picture, ImageShape size) {
      return picture;
    }
  };

  /** The size to which a picture is resized, before it is cut or continued. */
  abstract ImageShape scaled(ImageShape picture, ImageShape size);

  private static double down(ImageShape picture, ImageShape size) {
    return (double) size.height() / picture.height();
  }

  private static double across(ImageShape picture, ImageShape size) {
    return (double) size.width() / picture.width();
  }

  private static ImageShape times(ImageShape picture, double scale) {
    return picture.resized(edge(picture.height() * scale), edge(picture.width() * scale));
  }

  private static int edge(double pixels) {
    return Math.max(1, (int) Math.round(pixels));
  }
}
