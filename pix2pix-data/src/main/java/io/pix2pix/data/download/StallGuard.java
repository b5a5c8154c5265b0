package io.pix2pix.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream from which nothing has come for long: a read would wait for ever. */
final class StallGuard implements AutoCloseable {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "download-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile long heard = System.nanoTime();
  private volatile boolean stalled;

  StallGuard(InputStream stream, Duration patience) {
    long period = Math.max(1, patience.toMillis() / 4);
    var unused =
        clock.scheduleWithFixedDelay(
            () -> {
              if (System.nanoTime() - heard > patience.toNanos()) {
                stalled = true;
                closeQuietly(stream);
              }
            },
            period,
            period,
            TimeUnit.MILLISECONDS);
  }

  private static void closeQuietly(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      return; // Whoever reads finds out.
    }
  }

  /** Something has come. */
  void heard() {
    heard = System.nanoTime();
  }

  /** Whether the stream was closed for that. */
  boolean hasStalled() {
    return stalled;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
