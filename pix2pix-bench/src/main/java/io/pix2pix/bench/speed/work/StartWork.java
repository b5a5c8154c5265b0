package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobRequest;
import io.pix2pix.bench.speed.job.JobSettings;
import java.nio.file.Path;

/** The time from the start of a process to the end of its first training step. */
record StartWork() implements Work {
  @Override
  public String name() {
    return "start-to-first-step";
  }

  @Override
  public String meaning() {
    return "From the start of the process to the end of its first training step, 256x256, batch 1";
  }

  @Override
  public Unit unit() {
    return Unit.SECONDS;
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
    return new Started(contender, new JobRequest(chosen, 0, 1));
  }

  private record Started(Contender contender, JobRequest request) implements Measured {
    @Override
    public double round() {
      try (var process = contender.start()) {
        process.ask(request);
        return process.secondsSinceStart();
      }
    }

    @Override
    public void close() {
      // Every round closes its own process.
    }
  }
}
