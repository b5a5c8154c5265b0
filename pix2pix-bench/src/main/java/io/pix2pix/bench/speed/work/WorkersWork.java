package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobRequest;
import io.pix2pix.bench.speed.job.JobSettings;
import java.nio.file.Path;

/**
 * One training by several processes, each with one thread and four images of every batch. Beside
 * that of one such process, the images of a second say how it scales.
 *
 * @param workers how many processes
 */
record WorkersWork(int workers) implements Work {
  private static final int IMAGES = 4;
  private static final int WARM = 1;
  private static final int RUNS = 3;

  @Override
  public String name() {
    return "workers-" + workers;
  }

  @Override
  public String meaning() {
    return "Training, 256x256, 64 filters, by %d %s with one thread and batch %d each"
        .formatted(workers, workers == 1 ? "process" : "processes", IMAGES);
  }

  @Override
  public Unit unit() {
    return Unit.SECONDS_PER_IMAGE;
  }

  @Override
  public JobSettings job(Path scratch) {
    return JobSettings.of(JobKind.WORKERS, images(), 256, 64);
  }

  private int images() {
    return IMAGES * workers;
  }

  @Override
  public ImmutableList<Variant> variants() {
    return Variant.together();
  }

  @Override
  public Measured open(Contender contender, JobSettings chosen, Effort effort) {
    var request = new JobRequest(chosen, effort.warm(WARM), effort.counted(RUNS));
    return new RepeatedRounds(contender.start(), request, images());
  }
}
