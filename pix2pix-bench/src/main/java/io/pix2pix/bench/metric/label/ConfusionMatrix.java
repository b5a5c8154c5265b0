package io.pix2pix.bench.metric.label;

import com.google.common.collect.ImmutableList;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How many pixels of one class were taken for another.
 *
 * @param classes their number, n
 * @param counts {@code [n, n]}: a row for each true class, a column for each class that was seen
 * @param offset where the matrix begins in {@code counts}
 */
@SuppressWarnings("ArrayRecordComponent") // counts are added to in place
record ConfusionMatrix(int classes, double[] counts, int offset) {
  /** The class of pixels that are not counted. */
  static final int IGNORED = -1;

  /**
   * Matrices that lie one after the other.
   *
   * @param counts holds nothing else
   * @param matrices how many there are
   */
  static ImmutableList<ConfusionMatrix> of(double[] counts, int matrices) {
    int length = counts.length / matrices;
    int classes = (int) Math.round(Math.sqrt(length));
    return IntStream.range(0, matrices)
        .mapToObj(matrix -> new ConfusionMatrix(classes, counts, matrix * length))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Counts pixels.
   *
   * @param truth the class of each pixel, or {@link #IGNORED}
   * @param seen the class that was found for it
   */
  void add(int[] truth, int[] seen) {
    for (int i = 0; i < truth.length; i++) {
      if (truth[i] != IGNORED) {
        counts[offset + truth[i] * classes + seen[i]]++;
      }
    }
  }

  /**
   * The three numbers of Long, Shelhamer and Darrell (Fully Convolutional Networks for Semantic
   * Segmentation, 2015) that the paper gives.
   *
   * @return per-pixel accuracy: the share of pixels whose class was found; per-class accuracy: the
   *     mean over classes of this share; class IoU: the mean over classes of intersection over
   *     union. Not a number where no pixel counts
   */
  double[] scores(AbsentClasses absent) {
    double right = IntStream.range(0, classes).mapToDouble(this::right).sum();
    double all = IntStream.range(0, classes).mapToDouble(this::shown).sum();
    return new double[] {
      right / all,
      mean(absent, i -> right(i) / shown(i)),
      mean(absent, i -> right(i) / (shown(i) + seen(i) - right(i)))
    };
  }

  private double mean(AbsentClasses absent, IntToDoubleFunction score) {
    double sum = IntStream.range(0, classes).filter(i -> shown(i) > 0).mapToDouble(score).sum();
    long present = IntStream.range(0, classes).filter(i -> shown(i) > 0).count();
    return sum / (absent == AbsentClasses.ZERO && present > 0 ? classes : present);
  }

  private double right(int index) {
    return counts[offset + index * classes + index];
  }

  /** Pixels of a class. */
  private double shown(int index) {
    return IntStream.range(0, classes).mapToDouble(j -> counts[offset + index * classes + j]).sum();
  }

  /** Pixels that were taken for a class. */
  private double seen(int index) {
    return IntStream.range(0, classes).mapToDouble(i -> counts[offset + i * classes + index]).sum();
  }
}
