package io.pix2pix.data.photo;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.colour.Lab;
import io.pix2pix.api.colour.Rgb;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;

/**
 * Photos as lightness, {@code L / 50 - 1}, and colour, {@code a / 110} and {@code b / 110}: the
 * scales of the code that was published with the paper. All of sRGB lies within {@code [-1, 1]}.
 */
final class LabImages {
  private static final double HALF_LIGHTNESS = 50;
  private static final double COLOUR = 110;

  private LabImages() {}

  /**
   * Lightness and colour of a photo.
   *
   * @param photo {@code [h, w, 3]}
   * @return {@code [h, w, 1]} and {@code [h, w, 2]}
   */
  static ImagePair split(Image photo) {
    int pixels = photo.height() * photo.width();
    var values = photo.toArray();
    var lightness = new float[pixels];
    var colour = new float[2 * pixels];
    for (int i = 0; i < pixels; i++) {
      var lab =
          Lab.of(new Rgb(half(values[3 * i]), half(values[3 * i + 1]), half(values[3 * i + 2])));
      lightness[i] = (float) (lab.lightness() / HALF_LIGHTNESS - 1);
      colour[2 * i] = (float) (lab.a() / COLOUR);
      colour[2 * i + 1] = (float) (lab.b() / COLOUR);
    }
    return new ImagePair(
        Image.owning(photo.shape().withChannels(1), lightness),
        Image.owning(photo.shape().withChannels(2), colour));
  }

  /**
   * The photo of a lightness and a colour. Where a screen cannot show a colour, it becomes paler:
   * the lightness is kept.
   *
   * @param lightness {@code [h, w, 1]}
   * @param colour {@code [h, w, 2]}
   * @return {@code [h, w, 3]}
   * @throws IllegalArgumentException if these are not one and two channels
   */
  static Image join(Image lightness, Image colour) {
    checkArgument(
        lightness.channels() == 1 && colour.channels() == 2,
        "lightness is one channel, colour two, not %s and %s",
        lightness.channels(),
        colour.channels());
    var shape = new ImageShape(lightness.height(), lightness.width(), 3);
    var given = lightness.toArray();
    var made = colour.toArray();
    var values = new float[shape.size()];
    for (int i = 0; i < given.length; i++) {
      var lab =
          new Lab((given[i] + 1) * HALF_LIGHTNESS, made[2 * i] * COLOUR, made[2 * i + 1] * COLOUR);
      var shown = lab.toShownRgb();
      values[3 * i] = whole(shown.red());
      values[3 * i + 1] = whole(shown.green());
      values[3 * i + 2] = whole(shown.blue());
    }
    return Image.owning(shape, values);
  }

  /** From {@code [-1, 1]} to {@code [0, 1]}. */
  private static double half(float value) {
    return (value + 1.0) / 2;
  }

  private static float whole(double value) {
    return (float) (Math.max(0, Math.min(1, value)) * 2 - 1);
  }
}
