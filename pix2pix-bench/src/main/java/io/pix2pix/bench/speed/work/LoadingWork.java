package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobRequest;
import io.pix2pix.bench.speed.job.JobSettings;
import java.nio.file.Path;

/** The time that a pair takes from its file to the memory of a training. */
record LoadingWork() implements Work {
  private static final int PAIRS = 64;
  private static final int RUNS = 5;

  @Override
  public String name() {
    return "loading";
  }

  @Override
  public String meaning() {
    return "JPEG pairs of 512x256 pixels, decoded, enlarged, cropped, mirrored, on all cores";
  }

  @Override
  public Unit unit() {
    return Unit.SECONDS_PER_PAIR;
  }

  @Override
  public JobSettings job(Path scratch) {
    var folder = scratch.resolve("pairs");
    PairFiles.write(folder);
    return JobSettings.of(JobKind.LOADING, PAIRS, 256, 64)
        .withFolder(folder.toAbsolutePath().toString());
  }

  @Override
  public ImmutableList<Variant> variants() {
    return Variant.pillow();
  }

  @Override
  public Measured open(Contender contender, JobSettings chosen, Effort effort) {
    var request = new JobRequest(chosen, 1, effort.counted(RUNS));
    return new RepeatedRounds(contender.start(), request, PAIRS);
  }
}
