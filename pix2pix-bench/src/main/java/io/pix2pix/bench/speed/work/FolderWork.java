package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobRequest;
import io.pix2pix.bench.speed.job.JobSettings;
import java.nio.file.Path;

/** The time that a picture of a folder takes from its file to the file of its translation. */
record FolderWork() implements Work {
  private static final int PICTURES = 200;

  @Override
  public String name() {
    return "folder-256";
  }

  @Override
  public String meaning() {
    return "A folder of %d PNG files, 256x256, translated into PNG files".formatted(PICTURES);
  }

  @Override
  public Unit unit() {
    return Unit.SECONDS_PER_IMAGE;
  }

  @Override
  public JobSettings job(Path scratch) {
    var folder = scratch.resolve("pictures");
    PairFiles.writePictures(folder, PICTURES);
    return JobSettings.of(JobKind.FOLDER, PICTURES, 256, 64)
        .withFolder(folder.toAbsolutePath().toString());
  }

  @Override
  public ImmutableList<Variant> variants() {
    return Variant.translation();
  }

  /** One run has enough pictures to tell, and a few more would only take longer. */
  @Override
  public Measured open(Contender contender, JobSettings chosen, Effort effort) {
    return new RepeatedRounds(contender.start(), new JobRequest(chosen, 0, 1), PICTURES);
  }
}
