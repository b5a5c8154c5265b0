package io.pix2pix.train.experiment;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the experiments that runs keep. */
public final class StoredExperiments {
  private final ExperimentReader reader;

  @Inject
  StoredExperiments(ExperimentReader reader) {
    this.reader = reader;
  }

  /**
   * The experiment of a run, every value spelled out. Where {@code experiment.yaml} is missing or
   * not what the run wrote, a warning says so, and the copy in {@code run.json} is used.
   *
   * @throws InvalidInputException if it is missing or damaged, and the run keeps no copy
   */
  public Experiment read(RunFolder run) {
    var file = run.experiment();
    var copy = Provenance.read(run).experiment();
    var text = copy.map(its -> its.checked(file, found(file))).orElseGet(() -> text(file));
    return reader.parse(text, file.toString());
  }

  /** What is no text is as good as missing, where there is a copy. */
  private static String found(Path file) {
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be read (" + e + "); every run has one: give the folder of a run", e);
    }
  }
}
