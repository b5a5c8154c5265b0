package io.pix2pix.cli.study;

/** How a cell of a study goes that was begun; all times are in seconds of one clock. */
final class CellCourse {
  private static final double ENOUGH = 10;

  private final double begun;
  private int reports;
  private long doneBefore;
  private double firstSeen;
  private long first;
  private double lastSeen;
  private long step;
  private long all;

  CellCourse(double begun) {
    this.begun = begun;
  }

  /** So many steps are done. The first report comes before the first step. */
  void reach(double now, long newStep, long of) {
    reports++;
    if (reports == 1) {
      doneBefore = newStep;
    }
    if (reports <= 2) {
      // The first step builds much that the others find ready: it does not tell the pace.
      firstSeen = now;
      first = newStep;
    }
    lastSeen = now;
    step = newStep;
    all = of;
  }

  /** Whether we have looked long enough for the pace to be known: a program is slow at first. */
  boolean isKnown() {
    return step > first && lastSeen - firstSeen >= ENOUGH;
  }

  /** Whether we have seen all of its steps. */
  boolean isWhole() {
    return reports > 0 && doneBefore == 0 && step == all;
  }

  /** What the whole training takes at this pace. */
  double training() {
    return all * secondsOfAStep();
  }

  /** What is left of the training at this pace. */
  double left() {
    return (all - step) * secondsOfAStep();
  }

  /** From 0 to 100. */
  int percent() {
    return all == 0 ? 0 : (int) (100 * step / all);
  }

  double since(double now) {
    return now - begun;
  }

  /** What came before the first step and after the last one: networks built, images measured. */
  double besides(double ended) {
    return firstSeen - begun + ended - lastSeen;
  }

  private double secondsOfAStep() {
    return (lastSeen - firstSeen) / (step - first);
  }
}
