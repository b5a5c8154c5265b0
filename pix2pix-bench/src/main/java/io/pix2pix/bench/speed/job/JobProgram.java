package io.pix2pix.bench.speed.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pix2pix.bench.speed.measure.ProcessMemory;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The program that is timed in a process of its own. It reads {@link JobRequest}s, a line each, and
 * answers each with a {@link JobAnswer}; what it opened for one stays open for the next of the same
 * job. In between it waits for input, and so leaves the cores to the opponent. Used by one thread
 * at a time.
 */
public final class JobProgram {
  private static final double NANOS = 1e9;

  private final Jobs jobs;
  private @Nullable Job open;
  private Optional<JobSettings> settings = Optional.empty();

  @Inject
  JobProgram(Jobs jobs) {
    this.jobs = jobs;
  }

  /**
   * Answers until the input ends.
   *
   * @param out gets the answers
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void run(InputStream in, Consumer<String> out) throws InterruptedException, IOException {
    var lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        out.accept(answer(line).json());
      }
    } finally {
      close();
    }
  }

  private JobAnswer answer(String line) throws InterruptedException {
    try {
      var request = JobRequest.parse(line);
      var job = job(request.job());
      for (int i = 0; i < request.warm(); i++) {
        job.run();
      }
      var seconds = new ArrayList<Double>();
      for (int i = 0; i < request.runs(); i++) {
        long start = System.nanoTime();
        job.run();
        seconds.add((System.nanoTime() - start) / NANOS);
      }
      return new JobAnswer(seconds, ProcessMemory.peak(), Optional.empty());
    } catch (RuntimeException e) {
      return JobAnswer.failed(e.toString());
    }
  }

  private Job job(JobSettings wanted) {
    var now = open;
    if (now == null || !settings.equals(Optional.of(wanted))) {
      close();
      now = jobs.open(wanted);
      open = now;
      settings = Optional.of(wanted);
    }
    return now;
  }

  private void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
