package io.pix2pix.graph.formulation;

/**
 * Winograd's minimal filtering algorithm in one direction (Lavin and Gray 2016): {@code outputs}
 * neighboring results of a filter of {@code taps} numbers with {@code outputs + taps - 1} products
 * instead of {@code outputs * taps}. The image, the filter and the products pass a matrix each:
 * polynomials are evaluated at as many points, multiplied there, and interpolated (Toom and Cook);
 * the last point is infinity.
 *
 * @param outputs results of a tile
 * @param taps of the filter
 */
record MinimalFilter(int outputs, int taps) {
  /** Small ones, of both signs: rounding errors grow with their powers. */
  private static final double[] POINTS = {1, -1, 0, 2, -0.5};

  /** How many products a tile takes in one direction, which is also how many pixels it sees. */
  int points() {
    return outputs + taps - 1;
  }

  /** Whether there are enough points whose powers stay small. */
  boolean exists() {
    return taps > 1 && outputs > 1 && points() - 1 <= POINTS.length;
  }

  /** What the pixels of a tile pass: {@code [points points, points points]}. */
  Matrix ofImage() {
    return powers(points()).inverse().transposed().squared();
  }

  /** What the taps pass: {@code [points points, taps taps]}. */
  Matrix ofTaps() {
    return powers(taps).squared();
  }

  /** What the products of a tile pass: {@code [outputs outputs, points points]}. */
  Matrix ofProducts() {
    return powers(outputs).transposed().squared();
  }

  /** Powers of the points; of infinity the highest alone. */
  private Matrix powers(int count) {
    var values = new double[points()][count];
    for (int i = 0; i < points() - 1; i++) {
      for (int j = 0; j < count; j++) {
        values[i][j] = Math.pow(POINTS[i], j);
      }
    }
    values[points() - 1][count - 1] = 1;
    return new Matrix(values);
  }
}
