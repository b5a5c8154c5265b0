package io.pix2pix.data.resize;

/** Which old pixels make each new one along an axis, and how much each of them counts. */
final class AxisWeights {
  private final int[] first;
  private final float[][] weights;

  private AxisWeights(int[] first, float[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  /** The weights that bring an axis of {@code from} pixels to {@code to} pixels. */
  static AxisWeights of(Resampling resampling, int from, int to) {
    double step = (double) from / to;
    double stretch = Math.max(1, step);
    double reach = resampling.radius() * stretch;
    var first = new int[to];
    var weights = new float[to][];
    for (int i = 0; i < to; i++) {
      double middle = (i + 0.5) * step;
      first[i] = (int) Math.max(0, Math.round(middle - reach));
      int end = (int) Math.min(from, Math.round(middle + reach));
      weights[i] = new float[end - first[i]];
      for (int k = 0; k < weights[i].length; k++) {
        double distance = Math.abs(first[i] + k + 0.5 - middle) / stretch;
        weights[i][k] = (float) resampling.weight(distance);
      }
      scaleToOne(weights[i]);
    }
    return new AxisWeights(first, weights);
  }

  /** The weights that take the old pixel in the middle of each new one. */
  static AxisWeights nearest(int from, int to) {
    var first = new int[to];
    var weights = new float[to][];
    for (int i = 0; i < to; i++) {
      first[i] = (int) ((2L * i + 1) * from / (2L * to));
      weights[i] = new float[] {1};
    }
    return new AxisWeights(first, weights);
  }

  private static void scaleToOne(float[] weights) {
    float sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
  }

  /** The number of new pixels. */
  int size() {
    return first.length;
  }

  /** The first old pixel that counts for a new one. */
  int first(int i) {
    return first[i];
  }

  /** A new pixel, of old ones that stand {@code stride} apart from {@code at} on. */
  float sum(int i, float[] from, int at, int stride) {
    float sum = 0;
    for (float weight : weights[i]) {
      sum += weight * from[at];
      at += stride;
    }
    return sum;
  }

  /** Adds to a new row what old rows of {@code stride} values give to it. */
  void addRows(int i, float[] from, float[] to, int stride) {
    int row = i * stride;
    int old = first[i] * stride;
    for (float weight : weights[i]) {
      for (int k = 0; k < stride; k++) {
        to[row + k] += weight * from[old + k];
      }
      old += stride;
    }
  }
}
