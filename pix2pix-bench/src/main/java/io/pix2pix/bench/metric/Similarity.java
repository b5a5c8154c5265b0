package io.pix2pix.bench.metric;

import java.util.stream.IntStream;

/**
 * How alike two planes are in structure (Wang, Bovik, Sheikh and Simoncelli, Image Quality
 * Assessment: From Error Visibility to Structural Similarity, 2004): windows of 11x11 pixels with
 * Gaussian weights of deviation 1.5, where they fit; {@code C1 = 0.01^2} and {@code C2 = 0.03^2}
 * for values in {@code [0, 1]}.
 *
 * @param whole the mean of luminance times contrast and structure
 * @param contrastAndStructure the mean of contrast and structure alone
 */
record Similarity(double whole, double contrastAndStructure) {
  /** The edge of a window, in pixels. */
  static final int WINDOW = 11;

  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;
  private static final double[] GAUSSIAN = gaussian(1.5);

  /** The similarity of two planes of the same size, at least 11x11. */
  static Similarity of(Plane x, Plane y) {
    var meanX = x.filtered(GAUSSIAN).values();
    var meanY = y.filtered(GAUSSIAN).values();
    var squareX = x.times(x).filtered(GAUSSIAN).values();
    var squareY = y.times(y).filtered(GAUSSIAN).values();
    var product = x.times(y).filtered(GAUSSIAN).values();
    double whole = 0;
    double contrast = 0;
    for (int i = 0; i < product.length; i++) {
      double means = meanX[i] * meanY[i];
      double squares = meanX[i] * meanX[i] + meanY[i] * meanY[i];
      double structure = (2 * (product[i] - means) + C2) / (squareX[i] + squareY[i] - squares + C2);
      contrast += structure;
      whole += (2 * means + C1) / (squares + C1) * structure;
    }
    return new Similarity(whole / product.length, contrast / product.length);
  }

  private static double[] gaussian(double deviation) {
    var weights =
        IntStream.range(0, WINDOW)
            .mapToDouble(i -> i - WINDOW / 2)
            .map(distance -> Math.exp(-distance * distance / (2 * deviation * deviation)))
            .toArray();
    double sum = IntStream.range(0, WINDOW).mapToDouble(i -> weights[i]).sum();
    return IntStream.range(0, WINDOW).mapToDouble(i -> weights[i] / sum).toArray();
  }
}
