package io.pix2pix.train.measure;

/**
 * Where a value lies with a confidence of 95 %.
 *
 * @param low its lower end; not a number where it is not known
 * @param high its upper end; not a number where it is not known
 */
public record Interval(double low, double high) {
  /** Of a value that one image alone gave. */
  public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  /** Whether a value lies within, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
