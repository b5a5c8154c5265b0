package io.pix2pix.train.supervision;

/** How worker processes end. */
public final class ExitCode {
  /** The training is over, or was stopped. */
  public static final int DONE = 0;

  /** Something is wrong that a new start would not mend; the process has said what. */
  public static final int REFUSED = 1;

  /** Another worker was lost: to be started again, with all others. */
  public static final int LOST = 75;

  private static final int INTERRUPTED = 128 + 2;
  private static final int TERMINATED = 128 + 15;

  private ExitCode() {}

  /** Whether a process was asked to end, and has stopped in good order. */
  static boolean isStop(int code) {
    return code == INTERRUPTED || code == TERMINATED;
  }

  /** Whether a new start may mend it. */
  static boolean isLoss(int code) {
    return code == LOST || (code > 2 && !isStop(code));
  }
}
