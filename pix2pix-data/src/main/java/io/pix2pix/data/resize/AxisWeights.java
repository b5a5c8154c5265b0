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

  /** The first old pixel that counts for a new one. */
  int first(int i) {
    return first[i];
  }

  /** The last old pixel that counts for a new one, and one more. */
  int end(int i) {
    return first[i] + weights[i].length;
  }

  /**
   * New pixels along a row.
   *
   * @param window whose columns are wanted
   * @param row of old values
   * @param to gets them from {@code start} on
   */
  void mixRow(Window window, float[] row, float[] to, int start, int channels) {
    int next = start;
    for (int i = window.left(); i < window.left() + window.columns(); i++) {
      int old = first[i] * channels;
      if (channels == 3) {
        mixColor(weights[i], row, old, to, next);
      } else {
        for (int channel = 0; channel < channels; channel++) {
          to[next + channel] = mixed(weights[i], row, old + channel, channels);
        }
      }
      next += channels;
    }
  }

  private static float mixed(float[] weights, float[] from, int at, int stride) {
    float sum = 0;
    for (float weight : weights) {
      sum += weight * from[at];
      at += stride;
    }
    return sum;
  }

  /** Three sums at a time keep the processor busy; four weights are what a bicubic growth has. */
  private static void mixColor(float[] w, float[] from, int at, float[] to, int next) {
    float red = 0;
    float green = 0;
    float blue = 0;
    if (w.length == 4) {
      red = w[0] * from[at] + w[1] * from[at + 3] + w[2] * from[at + 6] + w[3] * from[at + 9];
      green =
          w[0] * from[at + 1] + w[1] * from[at + 4] + w[2] * from[at + 7] + w[3] * from[at + 10];
      blue = w[0] * from[at + 2] + w[1] * from[at + 5] + w[2] * from[at + 8] + w[3] * from[at + 11];
    } else {
      for (int k = 0, i = at; k < w.length; k++, i += 3) {
        red += w[k] * from[i];
        green += w[k] * from[i + 1];
        blue += w[k] * from[i + 2];
      }
    }
    to[next] = red;
    to[next + 1] = green;
    to[next + 2] = blue;
  }

  /**
   * A new row.
   *
   * @param from rows of {@code stride} values, the first of which is the old row {@code above}
   * @param to gets it from {@code start} on
   */
  void mixRows(int i, float[] from, int above, float[] to, int start, int stride) {
    float[] w = weights[i];
    int old = (first[i] - above) * stride;
    if (w.length == 4) {
      mixFour(w, from, old, to, start, stride);
      return;
    }
    for (float weight : w) {
      for (int k = 0; k < stride; k++) {
        to[start + k] += weight * from[old + k];
      }
      old += stride;
    }
  }

  /** One pass instead of four, and the same sums. */
  private static void mixFour(float[] w, float[] from, int old, float[] to, int start, int row) {
    float w0 = w[0];
    float w1 = w[1];
    float w2 = w[2];
    float w3 = w[3];
    for (int k = 0; k < row; k++) {
      int at = old + k;
      to[start + k] =
          w0 * from[at] + w1 * from[at + row] + w2 * from[at + 2 * row] + w3 * from[at + 3 * row];
    }
  }
}
