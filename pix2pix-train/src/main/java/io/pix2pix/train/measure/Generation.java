package io.pix2pix.train.measure;

import io.pix2pix.api.image.Image;

/** Makes the images that are measured. */
@FunctionalInterface
public interface Generation {
  /**
   * {@code G(x)}.
   *
   * @param condition {@code x}
   * @param where a file, for messages
   * @param draw which noise: the same number gives the same image
   */
  Image generate(Image condition, String where, int draw);
}
