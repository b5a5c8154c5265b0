package io.pix2pix.bench.speed.measure;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Collection;

/**
 * How far a machine was from quiet while something was measured.
 *
 * @param variation how much longer the slowest run of a fixed computation took than the fastest
 *     would have taken undisturbed, as a share: 0.1 for a tenth
 */
public record Noise(double variation) {
  /** Beyond this, a ratio says nothing. */
  public static final double MOST = 0.15;

  /**
   * Of readings that were taken between the rounds.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Noise of(Collection<Reading> readings) {
    checkArgument(!readings.isEmpty(), "there must be at least one reading");
    double slowest = readings.stream().mapToDouble(Reading::elapsed).max().orElseThrow();
    double fastest = readings.stream().mapToDouble(Reading::computing).min().orElseThrow();
    return new Noise(Math.max(0, slowest / fastest - 1));
  }

  /** Whether a ratio that was measured meanwhile can be believed. */
  public boolean allowsRatio() {
    return variation <= MOST;
  }

  /**
   * One run of the fixed computation. Where another program computes all the time, each run takes
   * as long as the others; that it waited for a core shows in the difference of the two times.
   *
   * @param elapsed seconds that passed
   * @param computing seconds that it had a core
   */
  public record Reading(double elapsed, double computing) {}
}
