package io.pix2pix.cli.console;

import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C into a wish to stop, and keeps the process alive until the work has come to its end.
 */
public final class Interruption implements AutoCloseable {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean wanted;

  private Interruption(Console console) {
    hook =
        new Thread(
            () -> {
              wanted = true;
              console.say("\nStopping after this step, with a checkpoint ...");
              awaitEnd();
            },
            "interruption");
  }

  /** Listens from now on until it is closed. */
  public static Interruption listen(Console console) {
    var interruption = new Interruption(console);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Whether the user wants to stop. */
  public boolean wanted() {
    return wanted;
  }

  @Override
  public void close() {
    ended.countDown();
    if (!wanted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already: the hook runs, and finds that the work is done.
        return;
      }
    }
  }

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
