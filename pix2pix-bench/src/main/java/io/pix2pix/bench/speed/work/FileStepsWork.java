package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobRequest;
import io.pix2pix.bench.speed.job.JobSettings;
import java.nio.file.Path;

/** A training step whose batches are read from JPEG files meanwhile. */
record FileStepsWork() implements Work {
  private static final int WARM = 2;
  private static final int RUNS = 5;

  @Override
  public String name() {
    return "step-256-batch-1-files";
  }

  @Override
  public String meaning() {
    return "A training step, 256x256, batch 1, 64 filters, on pairs that are read from JPEG files";
  }

  @Override
  public Unit unit() {
    return Unit.SECONDS;
  }

  @Override
  public JobSettings job(Path scratch) {
    var folder = scratch.resolve("pairs");
    PairFiles.write(folder);
    return JobSettings.of(JobKind.FILE_STEP, 1, 256, 64)
        .withFolder(folder.toAbsolutePath().toString());
  }

  /** It is compared with our own step on a batch in memory. */
  @Override
  public ImmutableList<Variant> variants() {
    return ImmutableList.of();
  }

  @Override
  public Measured open(Contender contender, JobSettings chosen, Effort effort) {
    var request = new JobRequest(chosen, effort.warm(WARM), effort.counted(RUNS));
    return new RepeatedRounds(contender.start(), request, 1);
  }
}
