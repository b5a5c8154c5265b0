package io.pix2pix.data.check;

/** Normalized cross-correlation. */
final class Correlation {
  private static final double LEAST_VARIANCE = 1e-12;

  private Correlation() {}

  /**
   * The correlation of two planes where they overlap, if the second is moved back by a shift.
   *
   * @return -1 to 1; 0 where they do not overlap, or one of them is flat
   */
  static double of(Plane first, Plane second, int dx, int dy) {
    int top = Math.max(0, -dy);
    int bottom = Math.min(first.height(), second.height() - dy);
    int left = Math.max(0, -dx);
    int right = Math.min(first.width(), second.width() - dx);
    if (bottom <= top || right <= left) {
      return 0;
    }
    double sumA = 0;
    double sumB = 0;
    double sumAa = 0;
    double sumBb = 0;
    double sumAb = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        double a = first.at(y, x);
        double b = second.at(y + dy, x + dx);
        sumA += a;
        sumB += b;
        sumAa += a * a;
        sumBb += b * b;
        sumAb += a * b;
      }
    }
    double count = (double) (bottom - top) * (right - left);
    double varianceA = sumAa - sumA * sumA / count;
    double varianceB = sumBb - sumB * sumB / count;
    boolean flat = varianceA < LEAST_VARIANCE * count || varianceB < LEAST_VARIANCE * count;
    return flat ? 0 : (sumAb - sumA * sumB / count) / Math.sqrt(varianceA * varianceB);
  }
}
