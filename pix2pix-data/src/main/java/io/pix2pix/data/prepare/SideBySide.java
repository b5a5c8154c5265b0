package io.pix2pix.data.prepare;

import io.pix2pix.api.image.Image;

/** Two images of one height as one: A on the left, B on the right. */
final class SideBySide {
  private SideBySide() {}

  /** Both, with as many channels as the one that has more; gray becomes three equal channels. */
  static Image of(Image left, Image right) {
    int channels = Math.max(left.channels(), right.channels());
    var shape =
        left.shape().resized(left.height(), left.width() + right.width()).withChannels(channels);
    var values = new float[shape.size()];
    int at = 0;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        boolean isLeft = x < left.width();
        var side = isLeft ? left : right;
        for (int channel = 0; channel < channels; channel++) {
          values[at++] =
              side.at(y, isLeft ? x : x - left.width(), Math.min(channel, side.channels() - 1));
        }
      }
    }
    return Image.owning(shape, values);
  }
}
