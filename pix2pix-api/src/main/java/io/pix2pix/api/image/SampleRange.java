package io.pix2pix.api.image;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Optional;

/**
 * Which stored values are black and white, in pictures of more than eight bits, signed or float.
 *
 * @param low becomes -1
 * @param high becomes 1; greater than {@code low}
 */
public record SampleRange(double low, double high) {

  /**
   * @throws IllegalArgumentException if one is not finite, or {@code high} not the greater one
   */
  public SampleRange {
    checkArgument(
        Double.isFinite(low) && Double.isFinite(high) && low < high,
        "range must be two numbers, the lower one first, such as [0, 4095], not [%s, %s]",
        low,
        high);
  }

  /**
   * What a setting says.
   *
   * @param numbers none, or the value that is black and the value that is white
   * @throws IllegalArgumentException if these are others
   */
  public static Optional<SampleRange> of(List<Double> numbers) {
    checkArgument(
        numbers.isEmpty() || numbers.size() == 2,
        "range must be two numbers, the lower one first, such as [0, 4095], not %s",
        numbers);
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(new SampleRange(numbers.get(0), numbers.get(1)));
  }

  /** Whether a stored value lies within. */
  public boolean contains(double stored) {
    return low <= stored && stored <= high;
  }

  /** A stored value in {@code [-1, 1]}; one beyond is cut, and one that is no number is black. */
  public float scaled(double stored) {
    double share = (stored - low) / (high - low);
    return Double.isNaN(share) ? -1 : (float) (2 * Math.max(0, Math.min(1, share)) - 1);
  }

  @Override
  public String toString() {
    return "[" + number(low) + ", " + number(high) + "]";
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
