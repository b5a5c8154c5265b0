package io.pix2pix.campaign.disk;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Leaves the disk as a process leaves it that is killed at some change: the write in which it
 * happens is torn, and nothing of what the program does afterwards, also to clean up, reaches the
 * disk.
 */
public final class HaltedProcess implements DiskFault {
  private final AtomicLong left;

  /**
   * @param changes that still reach the disk
   */
  public HaltedProcess(long changes) {
    left = new AtomicLong(changes);
  }

  /** Whether it has happened. */
  public boolean happened() {
    return left.get() < 0;
  }

  @Override
  public void beforeChange(Path real) {
    if (left.decrementAndGet() < 0) {
      throw new HaltedError();
    }
  }

  @Override
  public int beforeWrite(Path real, int bytes) {
    long now = left.decrementAndGet();
    if (now < -1 || (now < 0 && bytes < 2)) {
      throw new HaltedError();
    }
    return now < 0 ? bytes / 2 : bytes;
  }

  /** Ends a program as far as it can be ended from within: nobody is to catch it. */
  public static final class HaltedError extends Error {
    HaltedError() {
      super("the process is over", null, false, false);
    }
  }
}
