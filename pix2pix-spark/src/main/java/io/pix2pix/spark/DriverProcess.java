package io.pix2pix.spark;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.spark.job.DriverLine;
import io.pix2pix.spark.job.DriverLine.Kind;
import io.pix2pix.train.run.AtomicFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A driver at work: a process of this machine that has Spark's jars, so that none of them is on the
 * class path of this one. It is told to stop when this process wants it, and stops by itself when
 * this process is no more. Used by one thread.
 */
final class DriverProcess implements AutoCloseable {
  private static final int POLL_MILLIS = 100;
  private static final int STOP = 's';

  private final Process process;
  private final Path log;
  private final BlockingQueue<DriverLine> lines = new LinkedBlockingQueue<>();
  private final Thread reader;
  private boolean stopping;

  private DriverProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.reader = new Thread(this::read, "spark driver");
  }

  /**
   * Starts a driver and tells it what to do.
   *
   * @param command of it
   * @param log gets what Spark says
   */
  static DriverProcess start(ProcessBuilder command, Serializable job, Path log) {
    AtomicFiles.createFolder(log.toAbsolutePath().resolveSibling(""));
    try {
      var driver = new DriverProcess(command.redirectError(log.toFile()).start(), log);
      driver.reader.setDaemon(true);
      driver.reader.start();
      var out = new ObjectOutputStream(driver.process.getOutputStream());
      out.writeObject(job);
      out.flush();
      return driver;
    } catch (IOException e) {
      throw new InvalidInputException("spark: the driver cannot be started (" + e + ")", e);
    }
  }

  private void read() {
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        DriverLine.parse(line).ifPresent(lines::add);
      }
    } catch (IOException e) {
      lines.add(new DriverLine(Kind.REFUSED, "the driver was lost: " + e));
    }
  }

  /**
   * Waits until the cluster has answered.
   *
   * @throws InvalidInputException if it has not within the time, or what is wanted cannot be done
   */
  void awaitReady(int seconds, String master) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      var line = next();
      if (line.isPresent() && line.get().kind() == Kind.READY) {
        return;
      }
      line.ifPresent(this::requireNoRefusal);
      requireAlive();
    }
    process.destroyForcibly();
    throw new InvalidInputException(
        "%s: no worker has taken a task within %d seconds; see whether workers are up and have the cores and the memory, or wait longer with the setting timeout (%s says more)"
            .formatted(master, seconds, log));
  }

  private Optional<DriverLine> next() throws InterruptedException {
    return Optional.ofNullable(lines.poll(POLL_MILLIS, TimeUnit.MILLISECONDS));
  }

  private void requireNoRefusal(DriverLine line) {
    if (line.kind() == Kind.REFUSED) {
      throw new InvalidInputException(line.text());
    }
  }

  private void requireAlive() {
    if (!reader.isAlive() && lines.isEmpty()) {
      throw new InvalidInputException(
          "spark: the driver has ended before its work was done; %s says why".formatted(log));
    }
  }

  /**
   * Follows it to its end.
   *
   * @param events gets what happens, as JSON
   * @param wantsStop whether the work is to stop
   * @throws InvalidInputException if the driver fails
   */
  void follow(Consumer<String> events, BooleanSupplier wantsStop) throws InterruptedException {
    while (reader.isAlive() || !lines.isEmpty()) {
      if (wantsStop.getAsBoolean()) {
        stop();
      }
      var line = next();
      line.ifPresent(this::requireNoRefusal);
      line.filter(one -> one.kind() == Kind.EVENT).map(DriverLine::text).ifPresent(events);
    }
    int code = process.waitFor();
    if (code != 0) {
      throw new InvalidInputException(
          "spark: the driver has ended with exit code %d; %s says why".formatted(code, log));
    }
  }

  private void stop() {
    if (!stopping) {
      stopping = true;
      try {
        process.getOutputStream().write(STOP);
        process.getOutputStream().flush();
      } catch (IOException e) {
        lines.add(new DriverLine(Kind.REFUSED, "the driver was lost: " + e));
      }
    }
  }

  /** A driver that still works then stops by itself, and what it has begun stays in the folder. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
  }
}
