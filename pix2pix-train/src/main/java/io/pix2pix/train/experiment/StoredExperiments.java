package io.pix2pix.train.experiment;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.train.run.RunFolder;
import jakarta.inject.Inject;
import java.nio.file.Files;

/** Reads the experiments that runs keep. */
public final class StoredExperiments {
  private static final InputFile FILE =
      new InputFile("a run's experiment", InputFile.WRITTEN_BY_PROGRAMS);

  private final ExperimentReader reader;

  @Inject
  StoredExperiments(ExperimentReader reader) {
    this.reader = reader;
  }

  /**
   * The experiment of a run, every value spelled out.
   *
   * @throws InvalidInputException if it is missing or damaged
   */
  public Experiment read(RunFolder run) {
    var file = run.experiment();
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          file + ": is missing; every run has one: give the folder of a run");
    }
    return reader.parse(FILE.text(file), file.toString());
  }
}
