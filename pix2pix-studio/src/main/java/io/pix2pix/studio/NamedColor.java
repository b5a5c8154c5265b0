package io.pix2pix.studio;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.pix2pix.api.image.Palette;

/**
 * A color of a palette.
 *
 * @param name of the class
 * @param color as in style sheets, for example {@code #80c0ff}
 */
record NamedColor(String name, String color) {

  /** All classes of a palette, and what stands for none of them. */
  static ImmutableList<NamedColor> all(Palette palette) {
    return Streams.concat(palette.entries().stream(), palette.unlabeled().stream())
        .map(entry -> new NamedColor(entry.name(), css(entry.rgb())))
        .collect(toImmutableList());
  }

  /**
   * A color as in style sheets.
   *
   * @param rgb {@code 0xrrggbb}
   */
  static String css(int rgb) {
    return "#%06x".formatted(rgb);
  }
}
