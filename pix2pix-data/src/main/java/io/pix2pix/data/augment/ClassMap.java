package io.pix2pix.data.augment;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.LabelKind;
import io.pix2pix.api.image.Palette;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** The classes of a label map, counted. */
final class ClassMap {
  private static final int COLORS = 3;
  private static final int MOST = 256;
  private static final int NO_CLASS = -1;
  private static final int WHITE = 255;

  private final int[] classes;
  private final int[] pixelsOfClass;

  private ClassMap(int[] classes) {
    this.classes = classes;
    pixelsOfClass = new int[Arrays.stream(classes).max().orElse(NO_CLASS) + 1];
    Arrays.stream(classes).filter(its -> its != NO_CLASS).forEach(its -> pixelsOfClass[its]++);
  }

  /**
   * Tells classes by the nearest color of the palette, by the colors or gray values themselves
   * where these are exact, and in a map with a channel for each by the greatest of them.
   *
   * <p>Pixels of no class are not counted, nor are those of a class that the palette calls void.
   *
   * @param kind how the map was stored
   * @throws IllegalArgumentException if a map without a palette has more than 256 colors
   */
  static ClassMap of(Image map, LabelKind kind, Optional<Palette> palette) {
    if (kind == LabelKind.ONE_HOT || (map.channels() != COLORS && map.channels() != 1)) {
      return new ClassMap(greatest(map, none(palette)));
    }
    return new ClassMap(classes(map, new Numbering(map, kind, palette)));
  }

  private static int none(Optional<Palette> palette) {
    return palette.map(Palette::voidClass).orElse(OptionalInt.empty()).orElse(NO_CLASS);
  }

  private static int[] classes(Image map, Numbering numbering) {
    float[] values = map.toArray();
    var classes = new int[map.height() * map.width()];
    int before = 0;
    for (int i = 0; i < classes.length; i++) {
      int value = value(values, i, map.channels());
      // Maps have large areas.
      classes[i] = i > 0 && value == before ? classes[i - 1] : numbering.of(value);
      before = value;
    }
    return classes;
  }

  private static int value(float[] values, int pixel, int channels) {
    int value = 0;
    for (int at = pixel * channels; at < (pixel + 1) * channels; at++) {
      value = value << 8 | Math.round((values[at] + 1) * 127.5f);
    }
    return value;
  }

  private static int[] greatest(Image map, int none) {
    float[] values = map.toArray();
    var classes = new int[map.height() * map.width()];
    for (int i = 0; i < classes.length; i++) {
      int first = i * map.channels();
      float most = -1;
      classes[i] = NO_CLASS;
      for (int channel = 0; channel < map.channels(); channel++) {
        if (values[first + channel] > most) {
          most = values[first + channel];
          classes[i] = channel == none ? NO_CLASS : channel;
        }
      }
    }
    return classes;
  }

  /**
   * A pixel of a class that is chosen first, all that there are as often; empty if there is none.
   */
  Optional<Integer> pixel(RandomGenerator random) {
    int present = (int) Arrays.stream(pixelsOfClass).filter(pixels -> pixels > 0).count();
    if (present == 0) {
      return Optional.empty();
    }
    int chosen = nth(random.nextInt(present));
    int left = random.nextInt(pixelsOfClass[chosen]);
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] == chosen && left-- == 0) {
        return Optional.of(i);
      }
    }
    throw new IllegalStateException("pixels were counted wrongly");
  }

  private int nth(int number) {
    int left = number;
    int chosen = 0;
    while (pixelsOfClass[chosen] == 0 || left-- > 0) {
      chosen++;
    }
    return chosen;
  }

  /** Numbers for the colors or gray values of a map, as they are met. */
  private static final class Numbering {
    private final Map<Integer, Integer> known = new HashMap<>();
    private final Optional<Palette> colors;
    private final Optional<Palette> numbers;
    private final boolean exact;
    private int next;

    Numbering(Image map, LabelKind kind, Optional<Palette> palette) {
      colors = palette.filter(its -> map.channels() == COLORS);
      numbers = palette.filter(its -> map.channels() != COLORS);
      exact = colors.isEmpty() || kind == LabelKind.INDICES;
    }

    int of(int value) {
      return known.computeIfAbsent(value, this::number);
    }

    private int number(int value) {
      boolean isVoid =
          numbers.filter(its -> isVoid(its, value)).isPresent()
              || colors.filter(its -> its.isVoid(value)).isPresent();
      if (isVoid) {
        return NO_CLASS;
      }
      int nearest = colors.map(its -> nearest(its, value)).orElse(NO_CLASS);
      if (nearest != NO_CLASS && nearest == none(colors)) {
        return NO_CLASS;
      }
      return exact ? nextNumber() : nearest;
    }

    /**
     * No class is beyond the numbers of classes: {@link io.pix2pix.data.label.NoClass}; of K
     * classes, class i is 2i/K - 1.
     */
    private static boolean isVoid(Palette palette, int value) {
      int none = none(Optional.of(palette));
      return value == WHITE
          || (none != NO_CLASS && value == Math.round(255f * none / palette.size()));
    }

    private int nextNumber() {
      checkArgument(
          next < MOST,
          "the label map has more than 256 colors, so that its classes cannot be told; give the"
              + " data a palette.csv, store maps as PNG, or take balance: 0");
      return next++;
    }

    private static int nearest(Palette palette, int rgb) {
      var pixel = new float[COLORS];
      for (int channel = 0; channel < COLORS; channel++) {
        pixel[channel] = (rgb >> (8 * (COLORS - 1 - channel)) & 0xff) / 127.5f - 1;
      }
      return palette.nearest(Image.owning(new ImageShape(1, 1, COLORS), pixel))[0];
    }
  }
}
