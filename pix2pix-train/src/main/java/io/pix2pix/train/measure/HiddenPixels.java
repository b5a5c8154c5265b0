package io.pix2pix.train.measure;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;

/** Pixels that do not count. */
final class HiddenPixels {
  private HiddenPixels() {}

  /**
   * A generated image with the target where the pair's mask is 0, so that no metric sees a
   * difference there.
   *
   * @param generated {@code [h, w, c']}
   */
  static Image of(ImagePair pair, Image generated) {
    if (pair.mask().isEmpty()) {
      return generated;
    }
    float[] counts = pair.mask().get().toArray();
    float[] target = pair.target().toArray();
    float[] values = generated.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = counts[i / generated.channels()] > 0 ? values[i] : target[i];
    }
    return Image.owning(generated.shape(), values);
  }
}
