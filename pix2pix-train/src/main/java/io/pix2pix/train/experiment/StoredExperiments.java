package io.pix2pix.train.experiment;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.ProvenanceReader;
import io.pix2pix.train.run.RunFolder;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads what runs keep of themselves: their experiments, and where they come from. Safe for use by
 * several threads.
 */
public final class StoredExperiments {
  private static final InputFile FILE =
      new InputFile("a run's experiment", InputFile.WRITTEN_BY_PROGRAMS);

  private final ExperimentReader reader;
  private final ProvenanceReader provenances = new ProvenanceReader();

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
    var copy = provenance(run).experiment();
    var text = copy.map(its -> its.checked(file, found(file))).orElseGet(() -> text(file));
    return reader.parse(text, file.toString());
  }

  /**
   * {@code run.json} of a run. That one is damaged is told once.
   *
   * @throws InvalidInputException if it is missing, or no record of a run
   * @see ProvenanceReader
   */
  public Provenance provenance(RunFolder run) {
    return provenances.read(run);
  }

  /** What is no text is as good as missing, where there is a copy. */
  private static String found(Path file) {
    try {
      return Files.exists(file) ? FILE.text(file) : "";
    } catch (InvalidInputException e) {
      return "";
    }
  }

  private static String text(Path file) {
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          file + ": is missing; every run has one: give the folder of a run");
    }
    return FILE.text(file);
  }
}
