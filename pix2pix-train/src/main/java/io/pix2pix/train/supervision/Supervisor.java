package io.pix2pix.train.supervision;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.workers.Cluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Runs the workers of a training that are on this machine. All of them train, or none: where one is
 * lost, all are ended and started again, and go on from the newest checkpoint. Ctrl-C stops all
 * after their step. Used by one thread.
 */
public final class Supervisor {
  private static final int POLL_MILLIS = 100;
  private static final int GRACE_POLLS = 50;

  private final IntFunction<List<String>> command;
  private final Supplier<ImmutableList<Cluster>> workers;
  private final int mostRestarts;
  private final PrintWriter out;
  private final PrintWriter err;
  private final List<WorkerProcess> running = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * @param command that starts a worker, by how often all were started before; {@code TF_CONFIG}
   *     tells it which it is
   * @param workers of this machine, named anew for each start; what the first prints is shown
   * @param mostRestarts how often all are started again at most
   * @param out for results
   * @param err for what is wrong
   */
  public Supervisor(
      IntFunction<List<String>> command,
      Supplier<ImmutableList<Cluster>> workers,
      int mostRestarts,
      PrintWriter out,
      PrintWriter err) {
    this.command = command;
    this.workers = workers;
    this.mostRestarts = mostRestarts;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the training to its end.
   *
   * @return 0 if it is over or was stopped, 1 if a worker has said what is wrong
   * @throws InvalidInputException if workers were lost too often, or cannot be started
   * @throws InterruptedException if the thread is interrupted; all workers are ended then
   */
  public int run() throws InterruptedException {
    var ended = new CountDownLatch(1);
    var hook = new Thread(() -> stop(ended), "supervisor");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return runAll();
    } finally {
      running.forEach(WorkerProcess::kill);
      ended.countDown();
      if (!stopping) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  private int runAll() throws InterruptedException {
    for (int restarts = 0; ; restarts++) {
      start(restarts);
      var lost = awaitEnd();
      if (lost.isEmpty() || stopping) {
        return ExitCode.DONE;
      }
      var worker = lost.get();
      if (isRefused(worker)) {
        return refused(worker);
      }
      var problem =
          "worker %d was lost (exit code %d)".formatted(worker.index(), worker.exitCode());
      if (restarts == mostRestarts) {
        throw new InvalidInputException(
            "%s, and all were started again %d times before; find out why, then go on with --resume"
                .formatted(problem, restarts));
      }
      say(
          "%s: all workers are started again from the newest checkpoint (%d of at most %d times)"
              .formatted(problem, restarts + 1, mostRestarts));
    }
  }

  private void start(int before) {
    running.clear();
    for (var worker : workers.get()) {
      var voice =
          running.isEmpty()
              ? Optional.of(new WorkerProcess.Voice(out, err))
              : Optional.<WorkerProcess.Voice>empty();
      try {
        running.add(WorkerProcess.start(command.apply(before), worker, voice));
      } catch (IOException e) {
        throw new InvalidInputException(
            "worker " + worker.index() + ": cannot be started (" + e.getMessage() + ")", e);
      }
    }
    if (stopping) {
      running.forEach(WorkerProcess::stop);
    }
  }

  /**
   * Waits until all have ended. Where one fails, the others are ended.
   *
   * @return the one that failed, if any: one that has said what is wrong rather than one that lost
   *     another
   */
  private Optional<WorkerProcess> awaitEnd() throws InterruptedException {
    while (failed().isEmpty() && running.stream().anyMatch(WorkerProcess::isAlive)) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    var first = failed();
    if (first.isPresent()) {
      // What one refuses, the others often refuse too, and the one that is heard should say it.
      for (int i = 0; isRefused(first.get()) && running.get(0).isAlive() && i < GRACE_POLLS; i++) {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
      running.forEach(WorkerProcess::kill);
    }
    var failed = failed();
    for (var worker : running) {
      worker.await();
    }
    return failed;
  }

  private Optional<WorkerProcess> failed() {
    var ended =
        running.stream()
            .filter(worker -> !worker.isAlive() && !ExitCode.isStop(worker.exitCode()))
            .filter(worker -> worker.exitCode() != ExitCode.DONE)
            .toList();
    return ended.stream()
        .filter(Supervisor::isRefused)
        .findFirst()
        .or(() -> ended.stream().filter(worker -> worker.exitCode() != ExitCode.LOST).findFirst())
        .or(() -> ended.stream().findFirst());
  }

  private static boolean isRefused(WorkerProcess worker) {
    return !ExitCode.isLoss(worker.exitCode());
  }

  /** The first worker is heard while it runs; of others, what they said last is told now. */
  private int refused(WorkerProcess worker) {
    worker.complaints().forEach(err::println);
    err.flush();
    return worker.exitCode();
  }

  private void say(String line) {
    err.println("pix2pix: " + line);
    err.flush();
  }

  private void stop(CountDownLatch ended) {
    stopping = true;
    running.forEach(WorkerProcess::stop);
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
