package io.pix2pix.data.augment;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.Palette;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Small images for tests. */
final class Grids {
  static final Palette PALETTE =
      new Palette(
          ImmutableList.of(
              new Palette.Entry("sky", 0x0000ff),
              new Palette.Entry("road", 0x804020),
              new Palette.Entry("sign", 0xff0000)),
          Optional.of(new Palette.Entry("void", 0x101010)));

  static final PairLabels MAP_TO_PHOTO =
      new PairLabels(LabelKind.INDICES, LabelKind.NONE, Optional.of(PALETTE));

  private Grids() {}

  /** A square image of one channel. */
  static Image square(float... values) {
    int edge = (int) Math.round(Math.sqrt(values.length));
    return Image.of(new ImageShape(edge, edge, 1), values);
  }

  /** The same image twice. */
  static ImagePair twice(Image image) {
    return new ImagePair(image, image);
  }

  /** A map with the palette's colors, in areas of two by two pixels. */
  static Image map(int height, int width, long seed) {
    var random = new SplittableRandom(seed);
    var shape = new ImageShape(height, width, 3);
    var classes = new int[(height / 2 + 1) * (width / 2 + 1)];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = random.nextInt(PALETTE.size());
    }
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int y = i / 3 / width;
      int x = i / 3 % width;
      int rgb = PALETTE.color(classes[y / 2 * (width / 2 + 1) + x / 2]);
      values[i] = (rgb >> (8 * (2 - i % 3)) & 0xff) / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }

  /** The pixels of an image, each once, as text. */
  static Set<String> pixels(Image image) {
    var pixels = new LinkedHashSet<String>();
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        var pixel = new StringBuilder();
        for (int channel = 0; channel < image.channels(); channel++) {
          pixel.append(image.at(y, x, channel)).append(' ');
        }
        pixels.add(pixel.toString());
      }
    }
    return pixels;
  }
}
