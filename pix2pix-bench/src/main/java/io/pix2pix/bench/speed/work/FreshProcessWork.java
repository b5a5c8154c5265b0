package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.contender.ContenderProcess;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobRequest;
import io.pix2pix.bench.speed.job.JobSettings;
import java.nio.file.Path;

/**
 * What a new process needs for a short training at 256x256, batch 1: each round starts one.
 *
 * @param name of the work
 * @param meaning what is measured, in a sentence
 * @param unit what it is measured in
 * @param steps of the training
 * @param reading what is read of the process
 */
record FreshProcessWork(String name, String meaning, Unit unit, int steps, Reading reading)
    implements Work {

  /** Has a process train, and tells what that took. */
  @FunctionalInterface
  interface Reading {
    /** What it took, in the unit of the work. */
    double of(ContenderProcess process, JobRequest request);
  }

  /** From the start of the process to the end of its first step. */
  static FreshProcessWork start() {
    return new FreshProcessWork(
        "start-to-first-step",
        "From the start of the process to the end of its first training step, 256x256, batch 1",
        Unit.SECONDS,
        1,
        (process, request) -> {
          process.ask(request);
          return process.secondsSinceStart();
        });
  }

  /** The most memory that the process held. */
  static FreshProcessWork memory() {
    return new FreshProcessWork(
        "peak-memory",
        "The most memory that a process held in its first 10 training steps, 256x256, batch 1",
        Unit.MEBIBYTES,
        10,
        (process, request) -> told(process.ask(request).peakMebibytes()));
  }

  private static double told(double peak) {
    if (peak == 0) {
      throw new InvalidInputException(
          "peak-memory: this system does not tell how much memory a process held; leave this work"
              + " out");
    }
    return peak;
  }

  @Override
  public JobSettings job(Path scratch) {
    return JobSettings.of(JobKind.STEP, 1, 256, 64);
  }

  @Override
  public ImmutableList<Variant> variants() {
    return Variant.start();
  }

  @Override
  public Measured open(Contender contender, JobSettings chosen, Effort effort) {
    return new Fresh(contender, new JobRequest(chosen, 0, effort.counted(steps)), reading);
  }

  private record Fresh(Contender contender, JobRequest request, Reading reading)
      implements Measured {
    @Override
    public double round() {
      try (var process = contender.start()) {
        return reading.of(process, request);
      }
    }

    @Override
    public void close() {
      // Every round closes its own process.
    }
  }
}
