package io.pix2pix.spark.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A process of pix2pix on a worker. It ends when its standard input does, also where this process
 * is killed. Used by one thread at a time.
 */
final class WorkerProcess implements AutoCloseable {
  private static final int SECONDS_TO_END = 60;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Thread reader;

  /**
   * @param log gets what it prints on its standard error
   */
  WorkerProcess(ProcessBuilder builder, Path log) throws IOException {
    process = builder.redirectError(log.toFile()).start();
    reader = new Thread(this::read, "pix2pix output");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("output was lost: " + e);
    }
  }

  /** The next line of its standard output; empty if there is none within the time. */
  Optional<String> line(long millis) throws InterruptedException {
    return Optional.ofNullable(lines.poll(millis, TimeUnit.MILLISECONDS));
  }

  /** Whether nothing more comes. */
  boolean isOver() {
    return !reader.isAlive() && lines.isEmpty();
  }

  /** Writes a line to its standard input. */
  void say(String line) throws IOException {
    var in = process.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  /** Asks it to end. */
  void askToEnd() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Its exit code, once it has ended. */
  int code() throws InterruptedException {
    return process.waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it, with a minute's time for what it has begun. */
  @Override
  public void close() {
    try {
      askToEnd();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
