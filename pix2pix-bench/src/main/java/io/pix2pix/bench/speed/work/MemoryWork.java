package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobRequest;
import io.pix2pix.bench.speed.job.JobSettings;
import java.nio.file.Path;

/** The most memory that a process holds in a short training. */
record MemoryWork() implements Work {
  private static final int STEPS = 10;

  @Override
  public String name() {
    return "peak-memory";
  }

  @Override
  public String meaning() {
    return "The most memory that a process held in its first %d training steps, 256x256, batch 1"
        .formatted(STEPS);
  }

  @Override
  public Unit unit() {
    return Unit.MEBIBYTES;
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
    return new Held(contender, new JobRequest(chosen, 0, effort.counted(STEPS)));
  }

  private record Held(Contender contender, JobRequest request) implements Measured {
    @Override
    public double round() {
      try (var process = contender.start()) {
        double peak = process.ask(request).peakMebibytes();
        if (peak == 0) {
          throw new InvalidInputException(
              "peak-memory: this system does not tell how much memory a process held; leave this work out");
        }
        return peak;
      }
    }

    @Override
    public void close() {
      // Every round closes its own process.
    }
  }
}
