package io.pix2pix.data.label;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.Palette;
import java.util.Arrays;

/** What stands in a label map where there is no class. */
public final class NoClass {
  private static final int COLORS = 3;

  private NoClass() {}

  /**
   * A pixel of no class: that of the class that is called void, if there is one. Else it is, in a
   * map of colors, the one that the palette has for the index 255; in a map of one channel, 1,
   * which is beyond the numbers of classes; in a map with a channel for each class, none of them.
   *
   * @param map any of them
   * @param kind of the map
   * @param labels of its pair
   * @return {@code [channels]}, in {@code [-1, 1]}
   * @throws IllegalArgumentException if nobody knows the palette, or all of its 256 indices are
   *     classes
   */
  public static float[] pixel(Image map, LabelKind kind, PairLabels labels) {
    var palette =
        labels
            .palette()
            .filter(its -> kind.isLabels() && its.size() <= Palette.VOID)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a label map has nothing to fill with where no palette says what stands for"
                            + " no class; give the data a palette.csv, or take border: reflect, or"
                            + " another side"));
    return kind == LabelKind.ONE_HOT || map.channels() != COLORS
        ? ofChannels(map.channels(), palette)
        : color(palette.color(Palette.VOID));
  }

  private static float[] ofChannels(int channels, Palette palette) {
    checkArgument(
        channels == 1 || channels == palette.size(),
        "a label map of %s channels is neither one of colors nor of the palette's %s classes",
        channels,
        palette.size());
    var called = palette.voidClass();
    var pixel = new float[channels];
    if (channels == 1) {
      pixel[0] = called.isPresent() ? 2f * called.getAsInt() / palette.size() - 1 : 1;
      return pixel;
    }
    Arrays.fill(pixel, -1);
    called.ifPresent(index -> pixel[index] = 1);
    return pixel;
  }

  private static float[] color(int rgb) {
    var pixel = new float[COLORS];
    for (int channel = 0; channel < COLORS; channel++) {
      pixel[channel] = (rgb >> (8 * (COLORS - 1 - channel)) & 0xff) / 127.5f - 1;
    }
    return pixel;
  }
}
