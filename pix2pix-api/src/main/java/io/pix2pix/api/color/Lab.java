package io.pix2pix.api.color;

/**
 * CIE L*a*b* of sRGB colors under D65 (white 0.950456, 1, 1.088754).
 *
 * @param lightness 0 to 100
 * @param a from green to red, -87 to 99 for colors that screens show
 * @param b from blue to yellow, -108 to 95 for colors that screens show
 */
public record Lab(double lightness, double a, double b) {
  private static final double EDGE = 6.0 / 29;

  /** Halvings of what is not known of the strongest color: the error is below a thousandth. */
  private static final int HALVINGS = 10;

  /** The Lab values of a color. */
  public static Lab of(Rgb color) {
    double r = linear(color.red());
    double g = linear(color.green());
    double b = linear(color.blue());
    double x = root((0.412453 * r + 0.357580 * g + 0.180423 * b) / 0.950456);
    double y = root(0.212671 * r + 0.715160 * g + 0.072169 * b);
    double z = root((0.019334 * r + 0.119193 * g + 0.950227 * b) / 1.088754);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  /** The color of these values. The matrix is the inverse of that in {@link #of}. */
  public Rgb toRgb() {
    double y = (lightness + 16) / 116;
    double x = 0.950456 * cube(y + a / 500);
    double z = 1.088754 * cube(y - b / 200);
    y = cube(y);
    return new Rgb(
        coded(3.240481343201 * x - 1.537151516271 * y - 0.498536326169 * z),
        coded(-0.969254949997 * x + 1.875990001490 * y + 0.041555926558 * z),
        coded(0.055646639135 * x - 0.204041338367 * y + 1.057311069645 * z));
  }

  /**
   * The color of these values, paler where a screen could not show it: of the same lightness and
   * hue. Cutting red, green and blue instead would change the lightness.
   *
   * @return a color that {@link Rgb#isShown}, if the lightness is from 0 to 100
   */
  public Rgb toShownRgb() {
    var exact = toRgb();
    if (exact.isShown()) {
      return exact;
    }
    double shown = 0;
    double step = 0.5;
    for (int i = 0; i < HALVINGS; i++, step /= 2) {
      if (paler(shown + step).toRgb().isShown()) {
        shown += step;
      }
    }
    return paler(shown).toRgb();
  }

  private Lab paler(double share) {
    return new Lab(lightness, share * a, share * b);
  }

  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double coded(double value) {
    return value <= 0.04045 / 12.92 ? value * 12.92 : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
  }

  private static double root(double value) {
    return value > EDGE * EDGE * EDGE ? Math.cbrt(value) : value / (3 * EDGE * EDGE) + 4.0 / 29;
  }

  private static double cube(double value) {
    return value > EDGE ? value * value * value : 3 * EDGE * EDGE * (value - 4.0 / 29);
  }
}
