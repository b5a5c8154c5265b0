package io.pix2pix.train.experiment;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.run.RunFolder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;

/** Reads the experiments that runs keep. */
public final class StoredExperiments {
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
    try {
      return reader.parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be read (" + e + "); every run has one: give the folder of a run", e);
    }
  }
}
