package io.pix2pix.bench.metric.colour;

/**
 * CIE L*a*b* of sRGB colours under D65 (white 0.950456, 1, 1.088754).
 *
 * @param lightness 0 to 100
 * @param a from green to red, -87 to 99 for colours that screens show
 * @param b from blue to yellow, -108 to 95 for colours that screens show
 */
record Lab(double lightness, double a, double b) {
  private static final double EDGE = 6.0 / 29;

  /**
   * The Lab values of a colour.
   *
   * @param red on the scale of {@code [0, 1]}, gamma-coded as in files; so are the others
   */
  static Lab of(double red, double green, double blue) {
    double r = linear(red);
    double g = linear(green);
    double b = linear(blue);
    double x = root((0.412453 * r + 0.357580 * g + 0.180423 * b) / 0.950456);
    double y = root(0.212671 * r + 0.715160 * g + 0.072169 * b);
    double z = root((0.019334 * r + 0.119193 * g + 0.950227 * b) / 1.088754);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static double root(double value) {
    return value > EDGE * EDGE * EDGE ? Math.cbrt(value) : value / (3 * EDGE * EDGE) + 4.0 / 29;
  }
}
