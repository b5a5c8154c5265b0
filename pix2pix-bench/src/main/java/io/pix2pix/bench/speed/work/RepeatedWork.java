package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.job.JobModel;
import io.pix2pix.bench.speed.job.JobRequest;
import io.pix2pix.bench.speed.job.JobSettings;
import java.nio.file.Path;

/**
 * The time of a step or of a translation, on images in memory.
 *
 * @param warm runs of a round that are not counted
 * @param runs of a round that are
 */
record RepeatedWork(
    String name,
    String meaning,
    JobSettings job,
    ImmutableList<Variant> variants,
    int warm,
    int runs)
    implements Work {

  /**
   * The same by another model.
   *
   * @param ending of its name
   * @param words what is other
   */
  RepeatedWork by(JobModel model, String ending, String words) {
    return new RepeatedWork(
        name + "-" + ending, meaning + ", " + words, job.by(model), variants, warm, runs);
  }

  @Override
  public Unit unit() {
    return Unit.SECONDS;
  }

  @Override
  public JobSettings job(Path scratch) {
    return job;
  }

  @Override
  public Measured open(Contender contender, JobSettings chosen, Effort effort) {
    var request = new JobRequest(chosen, effort.warm(warm), effort.counted(runs));
    return new RepeatedRounds(contender.start(), request, 1);
  }
}
