package io.pix2pix.library;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.VisibleText;
import io.pix2pix.bench.study.execution.CellEvent;
import io.pix2pix.bench.study.execution.CellProcess.Program;
import io.pix2pix.bench.study.execution.CellRunner;
import io.pix2pix.bench.study.execution.CellTask;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * The program that runs one cell task in a process of its own: what executors start. It prints
 * {@link CellEvent}s, a line each, at most one step in a second. When it is asked to end (Ctrl-C,
 * SIGTERM) it stops after its step, with a checkpoint. A process has one; it hears of its task by
 * the thread that runs it.
 */
public final class CellProgram implements CellEvent.Listener {
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final int STOPPED = 3;

  private final Consumer<String> out;
  private volatile boolean stop;
  private volatile int code;
  private long told;

  private CellProgram(Consumer<String> out) {
    this.out = out;
  }

  /**
   * Runs the task in a file and ends the process: 0 if it is done, 1 if it failed, 3 if it stopped
   * before its end.
   *
   * @param arguments the file, and {@code --stop-at-end-of-input} to stop with a checkpoint when
   *     the standard input ends
   */
  public static void main(String... arguments) throws InterruptedException {
    try {
      var file = Path.of(arguments.length == 0 ? "" : arguments[0]);
      var untilEnd = List.of(arguments).contains(Program.STOP_AT_END_OF_INPUT);
      var runner = Bootstrap.cellRunner(Thread.currentThread().getContextClassLoader());
      System.exit(run(runner, file, untilEnd, System.out::println));
    } catch (InvalidInputException e) {
      System.err.println("pix2pix: " + VisibleText.line(String.valueOf(e.getMessage())));
      System.exit(1);
    }
  }

  /**
   * Runs the task in a file.
   *
   * @param stopAtEndOfInput stop with a checkpoint when the standard input ends
   * @param out gets the lines
   * @return 0 if the cell is done or has taken the epochs that the task asks for, 1 if it failed, 3
   *     if it stopped before its end
   * @throws InvalidInputException if the file holds no task
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static int run(
      CellRunner runner, Path file, boolean stopAtEndOfInput, Consumer<String> out)
      throws InterruptedException {
    var task = CellTask.read(file);
    var program = new CellProgram(out);
    if (stopAtEndOfInput) {
      program.watchInput();
    }
    var ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> program.awaitEnd(ended), "shutdown"));
    try {
      runner.run(task, program);
    } finally {
      ended.countDown();
    }
    return program.code;
  }

  private void awaitEnd(CountDownLatch ended) {
    stop = true;
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watchInput() {
    var watch = new Thread(this::awaitEndOfInput, "standard input");
    watch.setDaemon(true);
    watch.start();
  }

  private void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // What is written there means nothing.
      }
    } catch (IOException e) {
      out.accept("standard input was lost: " + e);
    }
    stop = true;
  }

  @Override
  public void onEvent(CellEvent event) {
    boolean isStep = event.kind() == CellEvent.Kind.STEP;
    if (isStep && event.step() < event.of() && System.nanoTime() - told < OFTEN.toNanos()) {
      return;
    }
    told = isStep ? System.nanoTime() : told;
    code =
        switch (event.kind()) {
          case STARTED, STEP, PAUSED, DONE -> 0;
          case STOPPED -> STOPPED;
          case FAILED -> 1;
        };
    out.accept(event.json());
  }

  @Override
  public boolean wantsStop() {
    return stop;
  }
}
