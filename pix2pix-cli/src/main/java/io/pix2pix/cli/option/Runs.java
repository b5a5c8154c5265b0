package io.pix2pix.cli.option;

import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.translation.TrainedRun;
import jakarta.inject.Inject;
import java.nio.file.Path;

/** Opens runs that were trained. */
public final class Runs {
  private final StoredExperiments stored;

  @Inject
  Runs(StoredExperiments stored) {
    this.stored = stored;
  }

  /**
   * @param folder of the run
   * @throws io.pix2pix.api.error.InvalidInputException if it is no run, or has no checkpoint
   */
  public TrainedRun open(Path folder) {
    return TrainedRun.open(RunFolder.open(folder), stored);
  }
}
