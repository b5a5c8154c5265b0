package io.pix2pix.api.color;

/**
 * A color of sRGB, gamma-coded as in files, on the scale of {@code [0, 1]}; values beyond are
 * colors that a screen cannot show.
 */
public record Rgb(double red, double green, double blue) {
  /** Half of a step of eight bits: less is rounded away. */
  private static final double ROUNDING = 0.5 / 255;

  /** Whether a screen can show it, but for what is rounded away in a file. */
  public boolean isShown() {
    return isShown(red) && isShown(green) && isShown(blue);
  }

  private static boolean isShown(double value) {
    return -ROUNDING <= value && value <= 1 + ROUNDING;
  }
}
