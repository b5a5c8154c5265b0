package io.pix2pix.bench.serving;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;

/**
 * How long answers took.
 *
 * @param sorted seconds, the shortest first; at least one
 */
public record Latencies(ImmutableDoubleArray sorted) {
  private static final double NANOSECONDS = 1e9;

  static Latencies ofNanoseconds(long[] times) {
    var seconds = Arrays.stream(times).mapToDouble(time -> time / NANOSECONDS).sorted();
    return new Latencies(ImmutableDoubleArray.copyOf(seconds));
  }

  /** In seconds. */
  public double median() {
    return quantile(0.5);
  }

  /**
   * The time within which a share of the answers came, in seconds.
   *
   * @param share from 0 to 1
   */
  public double quantile(double share) {
    int rank = (int) Math.ceil(share * sorted.length());
    return sorted.get(Math.max(0, rank - 1));
  }
}
