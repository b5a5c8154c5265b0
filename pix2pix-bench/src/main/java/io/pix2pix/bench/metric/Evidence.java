package io.pix2pix.bench.metric;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;

/** What several metrics do with the evidence of images. */
public final class Evidence {
  private Evidence() {}

  /**
   * The sum over images, number by number.
   *
   * @param evidence at least one, all of the same length
   */
  public static double[] sum(List<ImmutableDoubleArray> evidence) {
    var sum = new double[evidence.get(0).length()];
    for (var one : evidence) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += one.get(i);
      }
    }
    return sum;
  }
}
