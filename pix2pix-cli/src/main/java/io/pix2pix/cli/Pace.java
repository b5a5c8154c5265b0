package io.pix2pix.cli;

/** How fast a cell of a study trains. */
final class Pace {
  private static final double NANOS = 1e9;

  private final long begun;
  private final long first;
  private long step;
  private long last;
  private long all;

  /**
   * @param begun when it was looked at first, in nanoseconds
   * @param first step that was done then
   */
  Pace(long begun, long first) {
    this.begun = begun;
    this.first = first;
    this.step = first;
  }

  void reach(long newStep, long of) {
    step = newStep;
    last = System.nanoTime();
    all = of;
  }

  /** Whether a step was taken, so that the pace can be known. */
  boolean isKnown() {
    return step > first;
  }

  /** Seconds of the whole training. */
  double whole() {
    return all * seconds();
  }

  /** Seconds until its end. */
  double left() {
    return (all - step) * seconds();
  }

  private double seconds() {
    return (last - begun) / NANOS / (step - first);
  }
}
