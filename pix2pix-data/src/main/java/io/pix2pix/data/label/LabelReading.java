package io.pix2pix.data.label;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.pixels.LabelForm;
import io.pix2pix.data.resize.ReadSize;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Label maps between files and what networks see. A pixel without a class, 255, is -1 in every
 * channel of a one-hot map, and the greatest value of an index map.
 *
 * @param form in which networks see them; not {@link LabelForm#AUTO}
 * @param palette their classes
 */
public record LabelReading(LabelForm form, Palette palette) {
  /** Colors of maps that were stored as JPEG lie between those of the palette. */
  private static final double NEAR = 24;

  /**
   * @throws IllegalArgumentException if no form is given
   */
  public LabelReading {
    checkArgument(form.isGiven(), "labels need a form");
  }

  /**
   * The reading of a side that holds label maps.
   *
   * @throws InvalidInputException if nothing names their classes
   */
  public static LabelReading of(LabelForm form, Optional<Palette> palette) {
    return new LabelReading(
        form,
        palette.orElseThrow(
            () ->
                new InvalidInputException(
                    "data.pixels: labels need palette.csv in the data folder, with the line"
                        + " index,class,red,green,blue and one for each class; put it there, or"
                        + " leave labels auto")));
  }

  /** The shape of a map of some height and width. */
  public ImageShape of(ImageShape map) {
    return map.withChannels(channels());
  }

  private int channels() {
    return switch (form) {
      case INDICES -> 1;
      case ONE_HOT -> palette.size();
      case AUTO, COLORS -> 3;
    };
  }

  /**
   * What networks see of a map.
   *
   * @param picture of indices as gray values, or of colors, {@code [h, w, 3]} or {@code [h, w, 1]}
   * @param size of the result
   * @param where a file, for messages
   * @throws InvalidInputException if it is no map of the palette's classes
   */
  public Image read(Image picture, ReadSize size, String where) {
    return encoded(size.ofLabels(classes(picture, where)));
  }

  /**
   * As {@link #read}, at the size that it has.
   *
   * @throws InvalidInputException if it is no map of the palette's classes
   */
  public Image read(Image picture, String where) {
    return encoded(classes(picture, where));
  }

  /** The classes in a map, as {@code index / 127.5 - 1}, {@code [h, w, 1]}. */
  private Image classes(Image picture, String where) {
    var colors = picture.channels() == 1 ? picture.toColors() : picture;
    var indices = LabelIndices.of(colors, palette);
    if (indices.isPresent()) {
      return values(
          colors,
          i -> Math.round((colors.at(i / colors.width(), i % colors.width(), 0) + 1) * 127.5f));
    }
    if (palette.distance(colors) > NEAR) {
      throw new InvalidInputException(
          "%s: is no label map of palette.csv: it has neither its colors nor its indices 0 to %d and %d; correct it or the palette, or leave labels auto"
              .formatted(where, palette.size() - 1, Palette.VOID));
    }
    var nearest = palette.nearest(colors);
    return values(
        colors,
        i ->
            palette.isVoid(Pixels.rgb(colors, i / colors.width(), i % colors.width()))
                ? Palette.VOID
                : nearest[i]);
  }

  private static Image values(Image of, IntUnaryOperator index) {
    var shape = of.shape().withChannels(1);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = index.applyAsInt(i) / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }

  private Image encoded(Image classes) {
    if (form == LabelForm.COLORS) {
      return new LabelIndices(classes.toColors()).colored(palette);
    }
    var from = classes.toArray();
    int channels = channels();
    var values = new float[from.length * channels];
    Arrays.fill(values, -1);
    for (int i = 0; i < from.length; i++) {
      int index = Math.round((from[i] + 1) * 127.5f);
      if (form == LabelForm.INDICES) {
        values[i] = 2f * Math.min(index, palette.size()) / palette.size() - 1;
      } else if (index < channels) {
        values[i * channels + index] = 1;
      }
    }
    return Image.owning(classes.shape().withChannels(channels), values);
  }

  /**
   * What networks see of a map, or made in place of one, as a picture in the palette's colors: of
   * several channels, the greatest one is the class.
   *
   * @return {@code [h, w, 3]}
   */
  public Image shown(Image seen) {
    if (form == LabelForm.COLORS) {
      return seen;
    }
    var values = seen.toArray();
    var map =
        values(
            seen,
            pixel -> form == LabelForm.INDICES ? index(values[pixel]) : greatest(values, pixel));
    return new LabelIndices(map.toColors()).colored(palette);
  }

  private int index(float value) {
    int index = Math.round((Math.max(-1, Math.min(1, value)) + 1) / 2 * palette.size());
    return index == palette.size() ? Palette.VOID : index;
  }

  private int greatest(float[] values, int pixel) {
    int first = pixel * palette.size();
    int greatest = 0;
    boolean any = false;
    for (int i = 0; i < palette.size(); i++) {
      any |= values[first + i] > -1;
      greatest = values[first + i] > values[first + greatest] ? i : greatest;
    }
    return any ? greatest : Palette.VOID;
  }
}
