package io.pix2pix.data.photo;

/**
 * Gradients of a gray picture by the 3x3 kernels of Sobel; beyond the border it goes on as at it.
 */
final class Gradients {
  private static final double TAN_22_5 = Math.sqrt(2) - 1;

  private final double[] values;
  private final int height;
  private final int width;

  /**
   * @param values of the picture, row by row
   */
  Gradients(double[] values, int height, int width) {
    this.values = values;
    this.height = height;
    this.width = width;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  private double at(int y, int x) {
    return values[
        Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))];
  }

  private double across(int y, int x) {
    return at(y - 1, x + 1)
        - at(y - 1, x - 1)
        + 2 * (at(y, x + 1) - at(y, x - 1))
        + at(y + 1, x + 1)
        - at(y + 1, x - 1);
  }

  private double down(int y, int x) {
    return at(y + 1, x - 1)
        - at(y - 1, x - 1)
        + 2 * (at(y + 1, x) - at(y - 1, x))
        + at(y + 1, x + 1)
        - at(y - 1, x + 1);
  }

  /** How steep the picture is; 0 outside of it. */
  double magnitude(int y, int x) {
    boolean isInside = y >= 0 && y < height && x >= 0 && x < width;
    return isInside ? Math.hypot(across(y, x), down(y, x)) : 0;
  }

  /**
   * Whether the magnitude is greater than that of one neighbor in the direction of the gradient,
   * and not smaller than that of the other: of two equal ones, one is kept. The direction is the
   * nearest of the four in which pixels have neighbors.
   */
  boolean isGreatest(int y, int x) {
    double across = across(y, x);
    double down = down(y, x);
    int stepX = Math.abs(across) > TAN_22_5 * Math.abs(down) ? 1 : 0;
    int stepY = Math.abs(down) > TAN_22_5 * Math.abs(across) ? 1 : 0;
    if (stepX == 1 && stepY == 1 && across * down < 0) {
      stepY = -1;
    }
    double own = magnitude(y, x);
    return own > magnitude(y - stepY, x - stepX) && own >= magnitude(y + stepY, x + stepX);
  }
}
