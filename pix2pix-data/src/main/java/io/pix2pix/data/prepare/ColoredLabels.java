package io.pix2pix.data.prepare;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.StoredPicture;
import java.nio.file.Path;

/** Maps of class indices in the colors of a palette. */
final class ColoredLabels {
  private ColoredLabels() {}

  /**
   * Reads a map.
   *
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}
   * @throws InvalidInputException if it has an index that is none of the palette's
   */
  static Image read(Path file, Palette palette) {
    var map = StoredPicture.read(file);
    var shape = map.samples().shape().withChannels(3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i += 3) {
      int index = map.number(i / 3 / shape.width(), i / 3 % shape.width(), 0);
      if (map.samples().channels() != 1 || !palette.hasIndex(index)) {
        throw new InvalidInputException(
            "%s: is no map of the indices 0 to %d (or %d for none), as others of its folder are; correct it, or the palette"
                .formatted(file, palette.size() - 1, Palette.VOID));
      }
      int rgb = palette.color(index);
      values[i] = (rgb >> 16 & 0xff) / 127.5f - 1;
      values[i + 1] = (rgb >> 8 & 0xff) / 127.5f - 1;
      values[i + 2] = (rgb & 0xff) / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }
}
