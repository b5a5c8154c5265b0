package io.pix2pix.data.photo;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.color.Lab;
import io.pix2pix.api.color.Rgb;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;

/**
 * Photos as lightness, {@code L / 50 - 1}, and color, {@code a / 110} and {@code b / 110}: the
 * scales of the code that was published with the paper. All of sRGB lies within {@code [-1, 1]}.
 */
final class LabImages {
  private static final double HALF_LIGHTNESS = 50;
  private static final double COLOR = 110;

  private LabImages() {}

  /**
   * Lightness and color of a photo.
   *
   * @param photo {@code [h, w, 3]}
   * @return {@code [h, w, 1]} and {@code [h, w, 2]}
   */
  static ImagePair split(Image photo) {
    int pixels = photo.height() * photo.width();
    var values = photo.toArray();
    var lightness = new float[pixels];
    var color = new float[2 * pixels];
    for (int i = 0; i < pixels; i++) {
      var lab =
          Lab.of(new Rgb(half(values[3 * i]), half(values[3 * i + 1]), half(values[3 * i + 2])));
      lightness[i] = (float) (lab.lightness() / HALF_LIGHTNESS - 1);
      color[2 * i] = (float) (lab.a() / COLOR);
      color[2 * i + 1] = (float) (lab.b() / COLOR);
    }
    return new ImagePair(
        Image.owning(photo.shape().withChannels(1), lightness),
        Image.owning(photo.shape().withChannels(2), color));
  }

  /**
   * The photo of a lightness and a color. Where a screen cannot show a color, it becomes paler:
   * the lightness is kept.
   *
   * @param lightness {@code [h, w, 1]}
   * @param color {@code [h, w, 2]}
   * @return {@code [h, w, 3]}
   * @throws IllegalArgumentException if these are not one and two channels
   */
  static Image join(Image lightness, Image color) {
    checkArgument(
        lightness.channels() == 1 && color.channels() == 2,
        "lightness is one channel, color two, not %s and %s",
        lightness.channels(),
        color.channels());
    var shape = new ImageShape(lightness.height(), lightness.width(), 3);
    var given = lightness.toArray();
    var made = color.toArray();
    var values = new float[shape.size()];
    for (int i = 0; i < given.length; i++) {
      var lab =
          new Lab((given[i] + 1) * HALF_LIGHTNESS, made[2 * i] * COLOR, made[2 * i + 1] * COLOR);
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
