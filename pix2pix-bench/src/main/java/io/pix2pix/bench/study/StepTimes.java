package io.pix2pix.bench.study;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How long a step of each kind of cell takes: measured as long as the time for it lasts, so that a
 * study of many kinds is told soon, too. A kind that is left is taken to be as slow as the mean of
 * those that were measured.
 *
 * @param <K> a kind
 */
final class StepTimes<K> {
  private final Function<K, Duration> measure;
  private final Supplier<Duration> elapsed;
  private final Duration allowed;
  private final Map<K, Duration> measured = new HashMap<>();

  /**
   * @param measure takes some seconds
   * @param elapsed how long all of this has taken by now
   * @param allowed after which no measurement is begun; the first one is in any case
   */
  StepTimes(Function<K, Duration> measure, Supplier<Duration> elapsed, Duration allowed) {
    this.measure = measure;
    this.elapsed = elapsed;
    this.allowed = allowed;
  }

  /** Measures a kind, unless that was done or the time for it is over. */
  void measure(K kind) {
    if (measured.isEmpty() || elapsed.get().compareTo(allowed) <= 0) {
      measured.computeIfAbsent(kind, measure);
    }
  }

  /** Whether a kind was measured. */
  boolean isMeasured(K kind) {
    return measured.containsKey(kind);
  }

  /**
   * The time of a step.
   *
   * @throws ArithmeticException if nothing was measured
   */
  Duration of(K kind) {
    var sum = measured.values().stream().reduce(Duration.ZERO, Duration::plus);
    return measured.getOrDefault(kind, sum.dividedBy(measured.size()));
  }
}
