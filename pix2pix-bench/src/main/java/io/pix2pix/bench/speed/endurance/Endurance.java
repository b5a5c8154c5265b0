package io.pix2pix.bench.speed.endurance;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Quantiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.bench.speed.job.Job;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobSettings;
import io.pix2pix.bench.speed.job.Jobs;
import io.pix2pix.bench.speed.measure.ProcessMemory;
import jakarta.inject.Inject;
import java.util.ArrayList;

/**
 * Trains, translates and serves participants of a perceptual study for long, and watches memory and
 * speed.
 */
public final class Endurance {
  /** Samples of a course. */
  private static final int SAMPLES = 100;

  private static final int SIZE = 64;
  private static final double MILLIS = 1e6;

  private final Jobs jobs;

  @Inject
  Endurance(Jobs jobs) {
    this.jobs = jobs;
  }

  /**
   * Runs the courses in this process, one after the other, on images of 64x64 pixels.
   *
   * @param extent how much is done
   * @param progress is told how far it is
   * @throws InvalidInputException if this system does not tell the memory of a process
   * @throws InterruptedException if the thread is interrupted
   */
  public ImmutableList<Course> run(Extent extent, ProgressListener progress)
      throws InterruptedException {
    if (ProcessMemory.resident() == 0) {
      throw new InvalidInputException(
          "endurance: this system does not tell how much memory a process holds; run it on Linux");
    }
    var courses = ImmutableList.<Course>builder();
    if (extent.times() > 0) {
      courses.add(course("training steps", JobKind.STEP, extent.times(), extent, progress));
      courses.add(course("translations", JobKind.FORWARD, extent.times(), extent, progress));
      courses.add(
          course("translations of mixed sizes", JobKind.MIXED, extent.times(), extent, progress));
    }
    if (extent.sessions() > 0) {
      courses.add(
          course(
              "sessions of participants", JobKind.SESSIONS, extent.sessions(), extent, progress));
    }
    return courses.build();
  }

  /**
   * How much is done.
   *
   * @param times that steps and translations are done, at least 100; 0 leaves them out
   * @param sessions of participants, at least 100; 0 leaves them out
   * @param filters of the first layer of G and of D
   */
  public record Extent(int times, int sessions, int filters) {}

  private Course course(
      String name, JobKind kind, int times, Extent extent, ProgressListener progress)
      throws InterruptedException {
    var samples = ImmutableList.<Course.Sample>builder();
    try (var job = jobs.open(JobSettings.of(kind, 1, SIZE, extent.filters()));
        var bar = progress.begin(name, times)) {
      int done = 0;
      for (int sample = 1; sample <= SAMPLES; sample++) {
        int until = Math.toIntExact((long) times * sample / SAMPLES);
        double milliseconds = timed(job, until - done);
        done = until;
        samples.add(new Course.Sample(done, ProcessMemory.resident(), milliseconds));
        bar.reached(done);
      }
    }
    return new Course(name, samples.build());
  }

  private static double timed(Job job, int times) throws InterruptedException {
    var took = new ArrayList<Double>();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      job.run();
      took.add((System.nanoTime() - start) / MILLIS);
    }
    return Quantiles.median().compute(took);
  }
}
