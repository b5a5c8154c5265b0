package io.pix2pix.bench.tracking;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what a folder grows by while others work on it, in a thread of its own: whatever a tracker
 * does, the work goes on. What it did not get is in the folder, and is sent by {@code pix2pix
 * track}.
 */
public final class BackgroundTracking implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundTracking.class);
  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Tracking tracking;
  private final Path folder;
  private final Duration often;
  private final Duration patience;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean complained;

  private BackgroundTracking(Tracking tracking, Path folder, Duration often, Duration patience) {
    this.tracking = tracking;
    this.folder = folder;
    this.often = often;
    this.patience = patience;
    thread = new Thread(this::run, "tracking");
    thread.setDaemon(true);
  }

  /**
   * Begins to send what a run or study has, and what comes.
   *
   * @param folder of the run or study, which is there
   */
  public static BackgroundTracking begin(Tracking tracking, Path folder) {
    return begin(tracking, folder, OFTEN, PATIENCE);
  }

  /**
   * @param often time between two looks at the folder
   * @param patience how long the end waits for what is left to be sent
   */
  static BackgroundTracking begin(
      Tracking tracking, Path folder, Duration often, Duration patience) {
    var begun = new BackgroundTracking(tracking, folder, often, patience);
    begun.thread.start();
    return begun;
  }

  private void run() {
    try {
      boolean goesOn = send();
      while (goesOn && !over.await(often.toMillis(), TimeUnit.MILLISECONDS)) {
        goesOn = send();
      }
      if (goesOn) {
        send(); // what came since
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end did not wait any longer, and says so
    }
  }

  /** Whether it is worth trying again. */
  private boolean send() throws InterruptedException {
    try {
      tracking.send(folder);
      complained = false;
      return true;
    } catch (IOException | UncheckedIOException e) {
      complain("cannot be reached now (" + words(e) + ")");
      return true;
    } catch (InvalidInputException e) {
      complain("is not told any more (" + e.getMessage() + ")");
      return false;
    } catch (RuntimeException e) {
      LOG.warn("tracking {} failed; the work goes on", folder, e);
      return false;
    }
  }

  private static String words(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void complain(String what) {
    if (!complained) {
      complained = true;
      LOG.warn(
          "{}: {}; the work goes on, and `pix2pix track {}` sends what is missing",
          tracking.address(),
          what,
          folder);
    }
  }

  /** Sends what is left, but does not wait for long. */
  @Override
  public void close() {
    over.countDown();
    try {
      thread.join(patience.toMillis());
      if (thread.isAlive()) {
        complain("has not taken everything yet");
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
