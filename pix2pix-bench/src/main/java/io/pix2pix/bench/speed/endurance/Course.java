package io.pix2pix.bench.speed.endurance;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Quantiles;
import java.util.List;

/**
 * How memory and speed went while the same was done many times. The first tenth of it does not
 * count: pools of memory fill, and code is compiled.
 *
 * @param name of what was done
 * @param samples one for each hundredth of the work, in order; at least ten
 */
public record Course(String name, ImmutableList<Sample> samples) {
  /** What memory may grow by, and what times may change by, as a part. */
  static final double ALLOWED = 0.05;

  private static final int TENTH = 10;
  private static final int FIFTH = 5;

  /**
   * A moment.
   *
   * @param done how often it was done by then
   * @param mebibytes that the process held
   * @param milliseconds that it took each time since the sample before, the median
   */
  public record Sample(int done, double mebibytes, double milliseconds) {}

  /** What the most memory that was held after the first tenth exceeds that at its end by. */
  public double memoryGrowth() {
    var counted = counted();
    double most = counted.stream().mapToDouble(Sample::mebibytes).max().orElse(0);
    return most / counted.get(0).mebibytes() - 1;
  }

  /** What the last fifth was slower by than the first one after the first tenth. */
  public double slowdown() {
    var counted = counted();
    int fifth = Math.max(1, counted.size() / FIFTH);
    var last = counted.subList(counted.size() - fifth, counted.size());
    return median(last) / median(counted.subList(0, fifth)) - 1;
  }

  private static double median(List<Sample> samples) {
    return Quantiles.median()
        .compute(samples.stream().map(Sample::milliseconds).collect(toImmutableList()));
  }

  private ImmutableList<Sample> counted() {
    return samples.subList(samples.size() / TENTH, samples.size());
  }

  /** Whether memory did not grow, and times did not, by more than 5 %. */
  public boolean isFlat() {
    return memoryGrowth() <= ALLOWED && slowdown() <= ALLOWED;
  }
}
