package io.pix2pix.bench.report.result;

import io.pix2pix.train.measure.Interval;

/**
 * A value in the table.
 *
 * @param mean over seeds
 * @param deviation the standard deviation over seeds, of a sample; not a number with one seed
 * @param seeds how many
 * @param interval of the mean, over images
 * @param best whether it is better than that of every other cell, beyond the interval of the
 *     difference
 */
public record Entry(double mean, double deviation, int seeds, Interval interval, boolean best) {

  /** The same, not called best. */
  Entry unjudged() {
    return new Entry(mean, deviation, seeds, interval, false);
  }
}
